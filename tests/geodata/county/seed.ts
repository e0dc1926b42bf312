/** Which county the tests of a file look at. Set before `county.ts` is imported; each test file has its own. */
export const chosen = { seed: 1 }
