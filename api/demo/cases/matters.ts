/** What is found in the demo: kinds in their proportions, each in a place of its own, day by day. */
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import type { CaseKind } from '#geodata/cases/records.ts'
import type { Demo } from '#geodata/county/demo.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import type { Crew } from './crew.ts'
import { HOUR, hourOf, isWet, MINUTE, midnight } from './days.ts'
import { type Land, picker } from './land.ts'
import { MIX, type Mix, SELDOM, weightOn } from './mix.ts'
import type { OwnerOfCase, Owners } from './owners.ts'
import type { Matter } from './scene.ts'
import { type Spot, spotsOf } from './spots.ts'

export type KindOfDemo = Pick<CaseKind, 'id' | 'code' | 'subject' | 'layer' | 'owner_rule' | 'limits' | 'files_itself' | 'urgent'>

export interface Ground {
  readonly demo: Demo
  readonly land: Land
  readonly owners: Owners
  readonly crew: Crew
  readonly kinds: readonly KindOfDemo[]
  readonly calendar: WorkCalendar
}

/** Milliseconds since 1970 between which something has to be found, and whether it may file itself or be urgent. */
export interface Bounds {
  readonly from: number
  readonly to: number
  readonly waits: boolean
}

/** Where what is sent back may belong. */
const OTHERS = ['city', 'town', 'sanitation_company', 'water_company', 'transport']
const TRIES = 60
/** Of what chiefs find on the river, so much is sent when there is a network again. */
const SENT_LATER = 0.2

export function finderOf({ demo, land, owners, crew, kinds, calendar }: Ground) {
  const spotFor = spotsOf(demo, land)
  const pickers = new Map<string, (random: Random) => KindOfDemo>()
  const pickOf = (day: string) => {
    const known = pickers.get(day)
    if (known) return known
    const wet = isWet(day)
    const pick = picker(kinds, ({ code }) => weightOn(mixOf(code), day, wet))
    pickers.set(day, pick)
    return pick
  }
  const whole = (day: string): Bounds => ({ from: midnight(day), to: midnight(day) + 24 * HOUR, waits: false })

  return (day: string, name: string, bounds: Bounds = whole(day)): Matter | undefined => {
    const random = randomStream(`case ${name}`)
    const pick = pickOf(day)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const kind = pick(random)
      const found = midnight(day) + Math.round(hourOf(random, mixOf(kind.code).isEvening) * 3600) * 1000
      if (found < bounds.from || found >= bounds.to || (bounds.waits && (kind.urgent || kind.files_itself))) continue
      const spot = spotFor(kind, random)
      const owner = spot && owners.ownerOf(kind.owner_rule, spot, day)
      if (spot && owner) return matterOf(kind, spot, owner, found, day, random)
    }
    return undefined
  }

  function matterOf(kind: KindOfDemo, spot: Spot, owner: OwnerOfCase, found: number, day: string, random: Random): Matter {
    const { id, code, subject, limits, files_itself, urgent } = kind
    const reporter = crew.reporter(spot, subject, day, random)
    const waited =
      reporter.source === 'river_patrol' && random.chance(SENT_LATER) ? random.between(15, 150) : random.between(0.3, 1.6)
    const seed = random.integer(1, 2 ** 31 - 1)
    return {
      kind_id: id,
      code,
      subject,
      law: { limits, calendar },
      files_itself,
      urgent,
      spot,
      text: random.pick(mixOf(code).texts),
      day,
      found,
      received: found + Math.round(waited * 60) * (MINUTE / 60),
      reporter,
      owner,
      other: (chance) => otherOf(owner, spot, chance),
      random: () => randomStream('what becomes of it', seed),
    }
  }

  function otherOf({ organisation_code }: OwnerOfCase, { cell }: Spot, random: Random): OwnerOfCase {
    const found = OTHERS.flatMap((duty) => owners.department(duty, cell.place.community_code) ?? [])
    const others = found.filter((code) => code !== organisation_code)
    return { organisation_code: others.length > 0 ? random.pick(others) : organisation_code, person_code: null }
  }
}

const mixOf = (code: string): Mix => MIX[code] ?? SELDOM
