/** Each figure is the middle one of so many rounds, taken in turn with those that it is compared with. */
export const ROUNDS = 3
/** How long HTTP is asked in one round. */
export const SECONDS = 2
