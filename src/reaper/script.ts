/** How its process is called, where processes are listed. */
export const REAPER_NAME = 'mp-tutor-reaper';

/**
 * What the reaper's shell runs. A line of its stdin is `+entry` or `-entry`; an entry is one word: `pid:7`, `group:7`
 * or `folder:` and a path as `encodePath` writes it. A line without its newline, torn by our death, is not obeyed.
 * At the end of file it kills and removes what is still registered. It uses nothing but POSIX, so that dash, bash and
 * macOS's sh all run it.
 *
 * Where a group has Python's resource tracker, that is killed only a second after the others: as soon as they have gone,
 * it removes what they have left, such as named semaphores, and ends. Without `ps` it is killed with them.
 */
export const REAPER_SCRIPT = `
trap '' HUP INT TERM
set -f
entries=
while IFS= read -r line; do
  entry=\${line#?}
  others=
  for other in $entries; do
    [ "$other" = "$entry" ] || others="$others $other"
  done
  case $line in
    +*) entries="$others $entry" ;;
    -*) entries=$others ;;
  esac
done
case $entries in *group:*) rows=$(ps -A -o pgid= -o pid= -o args=) ;; esac
spared=
for entry in $entries; do
  id=\${entry#*:}
  case $entry in
    pid:*) kill -s KILL "$id" ;;
    group:*)
      others=
      has_tracker=
      while read -r group pid command; do
        [ "$group" = "$id" ] || continue
        case $command in
          *'from multiprocessing.resource_tracker import main'*) has_tracker=yes ;;
          *) others="$others $pid" ;;
        esac
      done <<ROWS
$rows
ROWS
      if [ "$has_tracker" ]; then
        kill -s KILL $others
        spared="$spared $id"
      else
        kill -s KILL -- "-$id"
      fi ;;
  esac
done
if [ "$spared" ]; then
  sleep 1
  for id in $spared; do kill -s KILL -- "-$id"; done
fi
for entry in $entries; do
  case $entry in
    folder:*)
      folder=$(printf '%b.' "\${entry#folder:}")
      folder=\${folder%.}
      rm -rf -- "$folder" || { sleep 1; rm -rf -- "$folder"; } ;;
  esac
done
`;

/** A path as one word without anything that a shell would notice: every other byte as the `\0ooo` of printf's `%b`. */
export function encodePath(path: string): string {
  return Array.from(Buffer.from(path), encodeByte).join('');
}

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9/._-]/.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
}
