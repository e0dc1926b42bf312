/** The commands in a document's `sh` blocks, one a line. */
export function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```sh\n(.*?)^```/gms)].map((match) => match[1]!)
  return blocks.flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''))
}
