/** What else is found: things that are not so, and the same thing by somebody else. */
import { dueAt } from '#geodata/cases/clock.ts'
import { randomStream } from '#geodata/county/geometry/random.ts'
import { Course } from './course.ts'
import { DAY, MINUTE, midnight } from './days.ts'
import { finderOf, type Ground } from './matters.ts'
import { SAME } from './says.ts'
import type { Paces } from './scene.ts'
import { seeThrough } from './see_through.ts'
import { besides } from './spots.ts'
import type { Told } from './year.ts'

/** Of what is filed, so much more is dismissed, and so much is told twice. */
const DISMISSED = 0.012
const TWICE = 0.007

export function tellBesides(ground: Ground, told: readonly Told[], paces: Paces): Told[] {
  const find = finderOf(ground)
  const luck = randomStream('cases: what else is found')
  return told.flatMap((each, i): Told[] => {
    const chance = luck.next()
    if (chance < DISMISSED) {
      const { day } = each.matter
      const bounds = { from: midnight(day), to: midnight(day) + DAY, waits: true }
      const matter = find(day, `${day} not so ${i}`, bounds)
      const fate = { isDismissed: true }
      return matter ? [{ matter, fate, course: seeThrough(matter, fate, ground.crew, paces) }] : []
    }
    const same = chance < DISMISSED + TWICE ? sameAs(each, ground, paces) : undefined
    return same ? [same] : []
  })
}

/** Reported again by somebody in the street, and put together with the first by the desk while that one is open. */
function sameAs(first: Told, { land, crew }: Ground, paces: Paces): Told | undefined {
  const { matter, course } = first
  const random = matter.random()
  const filed = course.events.find(({ action }) => action === 'file')!.at
  const found = matter.found + Math.round(random.between(4, 150)) * MINUTE
  const received = found + MINUTE
  const merged = Math.max(
    dueAt(received, { amount: random.between(0.1, 0.8), unit: 'working_hours' }, paces.desk),
    filed + MINUTE,
  )
  if (matter.files_itself || merged >= course.at) return undefined
  const isHotline = random.chance(0.6)
  const reporter = {
    ...{ name: isHotline ? '12345热线' : '市民随手拍', account: null, person_code: null },
    source: isHotline ? ('hotline' as const) : ('public' as const),
  }
  const second = { ...matter, found, received, reporter, spot: besides(matter.spot, land, random) }
  const own = new Course(matter.law, found, received, reporter)
  own.take('merge', merged, crew.desk(random), { text: random.pick(SAME) })
  return { matter: second, course: own, fate: {}, into: first }
}
