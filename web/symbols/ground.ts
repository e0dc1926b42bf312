/** The paper the map is printed on, and the ink of its lettering. Pale, so that what the catalogue draws stands out. */
export const GROUND = {
  outside: '#e9e5da',
  county: '#f6f3ea',
  label: '#2a3538',
  labelPlace: '#3b4447',
  labelWater: '#2a6a99',
  labelArea: '#6d4a7e',
  halo: '#fbf9f3',
  roadCasing: '#a39b88',
  select: '#ffb400',
  selectCasing: '#3a2a00',
} as const

/** Tints of the land by use, from the unit cells; together they read as the ground of a paper map. */
export const LAND: Readonly<Record<string, string>> = {
  built_up: '#ece4dc',
  rural_settlement: '#f0e6d6',
  field: '#f5f2e2',
  forest: '#e3ebd6',
  water: '#cfe3ee',
  other: '#f1eee6',
}
