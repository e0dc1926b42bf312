/** The town with one level of 105 grids: a cadre for each, the village secretary beside him, leaders over sections. */
import type { Offices } from './offices.ts'
import { chain, gridsOf } from './share.ts'

const FLAT_TOWN = 'liulin'

/** Sections in which a leader has this many grids; one has taken over a neighbour's, and has more than is customary. */
const SECTIONS = [...Array.from({ length: 9 }, () => 5), 7, 4, 4, ...Array.from({ length: 9 }, () => 5)]

export function assignFlatTown({ register, features, townOf, communityOf }: Offices): void {
  const grids = gridsOf(features, FLAT_TOWN)
  const { government } = townOf(String(grids[0]!.properties.code))
  let start = 0
  for (const size of SECTIONS) {
    const section = grids.slice(start, start + size)
    start += size
    const leader = register.hire(government, 'section_leader')
    for (const grid of section) register.assign('grids', grid, 'section_leader', leader)
    const cadres = register.hireMany(section.length, government, 'town_cadre')
    chain(register, section, cadres, leader)
  }
  for (const grid of grids.filter(({ properties }) => properties.class === 'A'))
    register.assign('grids', grid, 'jointly_responsible', communityOf(String(grid.properties.code)).secretary, {
      standing: 'joint',
    })
}
