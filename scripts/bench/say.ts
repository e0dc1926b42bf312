/** Progress, apart from the report on standard output. */
export const say = (line: string) => process.stderr.write(`${line}\n`)
