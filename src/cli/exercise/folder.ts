/** Where the programs of learners are kept, unless they say otherwise. */
export const FOLDER = 'mp-tutor-exercises';
