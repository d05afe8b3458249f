process.once('disconnect', () => process.exit());
process.send('here');
