/**
 * The answer of the server, or where it is away or says nothing what was kept.
 * @param isAway of why it was refused: whether another answer may take its place
 * @param patience_ms after which what was kept is good enough
 * @param late hears what comes after that all the same; never before this has resolved, or what was kept would be put over what is new
 */
export async function orKept<Answer extends object>(
  asking: Promise<Answer>,
  read: () => Promise<Answer | undefined>,
  isAway: (error: unknown) => boolean,
  patience_ms: number,
  late: (answer: Answer) => void,
): Promise<Answer> {
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience_ms))
  const inTime = await Promise.race([asking, patience]).catch((error: unknown) => {
    if (!isAway(error)) throw error
    return null
  })
  if (inTime) return inTime
  const kept = await read()
  // It may have come while the device was looked through.
  const meanwhile = kept ? await Promise.race([asking, null]).catch(() => null) : await asking
  if (meanwhile) return meanwhile
  setTimeout(() => void asking.then(late, () => {}))
  return kept!
}
