import type { coverageZh } from './coverage.zh-CN.ts'
import type { Shape } from './shape.ts'

export const coverageEn: Shape<typeof coverageZh> = {
  what: 'What to check',
  hint: 'Choose a county, town or community to see what is not covered.',
  nothing: 'Everything is covered.',
  kinds: {
    hydrants: 'Built-up land farther than 150 m from a usable hydrant',
    main_roads: 'Main roads without a hydrant within 120 m',
    roads: 'Roads farther than 150 m from a usable hydrant',
    shelters: 'People beyond the reach or the room of shelters',
    garbage: 'Households farther than 120 / 70 m from a collection point',
  },
  facts: {
    hydrants: {
      cells_beyond_m2: 'Built-up land not covered',
      population_beyond: 'People not covered',
      households_beyond: 'Households not covered',
    },
    main_roads: { roads_beyond_m: 'Road without a hydrant' },
    roads: { roads_beyond_m: 'Road not covered' },
    shelters: { population_beyond: 'Beyond the service distance', population_without_room: 'Within it, but without room' },
    garbage: { households_beyond: 'Farther than 120 m', households_beyond_strict: 'Farther than 70 m (older standard)' },
  },
  units: { people: 'people', households: 'households' },
  share: '{{share}} of all',
  separator: '; ',
  lists: { cells: 'Unit cells', dwellings: 'Dwellings', roads: 'Roads' },
  people: '{{people}} people, {{households}} households',
  nameless: 'No name',
  more: 'The first {{shown}} of {{all}} are listed; the map shows all.',
  short: 'Shelters that are too small',
  shortAbout: 'Room for {{capacity}}, {{reach}} people within reach',
  withoutRoom: 'without room',
}
