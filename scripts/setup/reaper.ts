// The process that cleans up when nobody else can.
//
// A test run may end by Ctrl-C, by a crash or by `kill -9`, and vitest leaves on SIGINT without running any teardown. So each
// cluster has a small shell beside it that only waits for its standard input to close, which the operating system does whenever the
// owner ends, and then stops the server and deletes its folder.
import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'

// $1 is the cluster's folder. A process number left over from a crash may by now belong to somebody else: it is ours only if its
// command line names our folder.
const SCRIPT = `
trap '' HUP INT TERM
cat >/dev/null
[ -d "$1" ] || exit 0
ours() {
  [ -n "$pid" ] && { grep -q -e "$1" "/proc/$pid/cmdline" 2>/dev/null || ps -o command= -p "$pid" 2>/dev/null | grep -q -e "$1"; }
}
read -r pid <"$1/data/postmaster.pid"
ours "$1" && kill -QUIT "$pid"
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  ours "$1" || rm -rf "$1"
  [ -d "$1" ] || exit 0
  sleep 0.3
done
ours "$1" && kill -KILL "$pid"
rm -rf "$1"
`

/** Watches over `folder` until the returned function is called or this process ends, whichever comes first. */
export function startReaper(folder: string): () => void {
  const reaper = spawn('/bin/sh', ['-c', SCRIPT, 'jiangli-reaper', folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  reaper.unref()
  const input = reaper.stdin as Socket
  input.unref()
  return () => void input.end()
}
