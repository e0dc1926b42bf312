import type { AreaAnswer } from '#api/areas/ask.ts'

/** A feature in the area, with who is responsible for it where the reader may know. */
export type ListedFeature = NonNullable<AreaAnswer['list']>['items'][number]
