/** Between the service worker and the pages. */

/** On an answer from a pack: its id. */
export const FROM_PACK_HEADER = 'x-jiangli-pack'

/** From a page, when it has kept a pack or dropped it. */
export const PACK_CHANGED = 'pack changed'
