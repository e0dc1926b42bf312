/** How a case of the demo goes on after it was found. */
import { dueAt, type WorkCalendar } from '#geodata/cases/clock.ts'
import { type Course, RULE } from './course.ts'
import type { Crew } from './crew.ts'
import { HOUR } from './days.ts'
import { DISMISSED, GRANTED, NOT_SO, NOTED, RETURNED, URGED, WISHED } from './says.ts'
import { type Fate, type Matter, type Paces, Scene } from './scene.ts'

/** What may take no longer than this is met on duty at weekends too, by some. */
const ON_DUTY_HOURS = 4
const ON_DUTY = 0.6
const NOTED_SHARE = 0.02

export function seeThrough(matter: Matter, fate: Fate, crew: Crew, paces: Paces): Course {
  const scene = new Scene(matter, crew, paces)
  begin(scene, fate)
  const { course } = scene
  if (course.stage === 'dismissed') return course
  if (fate.closedBefore !== undefined) hurry(scene, fate.closedBefore)
  else {
    if (course.stage === 'filed')
      scene.dispatch(matter.owner, scene.after('dispatch', scene.share(0.08, 0.8), paces.desk), scene.desk())
    handle(scene, fate)
    verify(scene, fate)
  }
  return course
}

/** Filed by the rule when it comes in, or by the desk when it opens. */
function begin(scene: Scene, { isDismissed, notFiledBefore = 0 }: Fate): void {
  const { course, matter, paces } = scene
  if (matter.files_itself) {
    course.take('file', matter.received, RULE)
    scene.dispatch(matter.owner, matter.received, RULE)
    return
  }
  const at = Math.max(scene.after('file', scene.share(0.08, 0.75), paces.desk), notFiledBefore + scene.share(0.1, 0.6) * HOUR)
  if (isDismissed) course.take('dismiss', at, scene.desk(), { text: scene.random.pick(DISMISSED) })
  else course.take('file', at, scene.desk())
}

function handle(scene: Scene, fate: Fate): void {
  const { course, matter, paces, random } = scene
  const { unit, amount } = matter.law.limits.handle
  const isOnDuty = unit === 'working_hours' && amount <= ON_DUTY_HOURS && random.chance(ON_DUTY)
  const work = isOnDuty && !fate.isLate ? paces.desk : paces.office
  scene.accept(scene.after('handle', scene.share(0.01, 0.12), work))
  if (fate.isReturned) {
    course.take('return', scene.after('handle', scene.share(0.05, 0.3), work), scene.worker(), { text: random.pick(RETURNED) })
    scene.dispatch(matter.other(random), scene.after('dispatch', scene.share(0.2, 0.9), paces.desk), scene.desk())
    scene.accept(scene.after('handle', scene.share(0.01, 0.1), work))
  }
  if (random.chance(NOTED_SHARE))
    course.take('note', scene.after('handle', scene.share(0.02, 0.1), work), scene.worker(), { text: random.pick(NOTED) })
  if (fate.handledAt !== undefined) overdue(scene, fate.handledAt)
  else if (fate.isExtended) extended(scene)
  else workOff(scene, fate, work)
}

function workOff(scene: Scene, fate: Fate, work: WorkCalendar): void {
  const { course, matter, paces, random } = scene
  const { unit, amount } = matter.law.limits.handle
  const dispatched = course.events.findLast(({ action }) => action === 'dispatch')!.at
  const part = fate.isLate ? 1 + beyond(scene, unit, amount) : Math.min(0.97, 0.68 * random.lognormal(0.36) * scene.slow)
  if (fate.isReworked) {
    scene.reportBack(scene.after('handle', part * 0.55, work, dispatched))
    course.take('rework', scene.after('verify', scene.share(0.05, 0.5), paces.desk), scene.verifier(), {
      text: random.pick(NOT_SO),
    })
    scene.reportBack(Math.max(scene.after('handle', part, work, dispatched), scene.after('handle', 0.08, work)))
  } else scene.reportBack(scene.after('handle', part, work, dispatched))
}

/** So late that verifying and closing quickly doesn't bring it back in time. In parts of the limit. */
function beyond(scene: Scene, unit: string, amount: number): number {
  if (unit === 'hours') return (3 + scene.share(0.5, 12)) / amount
  return unit === 'working_days' ? (0.8 + scene.share(0.1, 3)) / amount : (6 + scene.share(0.5, 16)) / amount
}

/** More time is asked for, given, and used for the most part. */
function extended(scene: Scene): void {
  const { course, matter, paces, random } = scene
  const { unit, amount } = matter.law.limits.handle
  const until = dueAt(
    course.handleDue!,
    { amount: Math.max(1, Math.ceil(amount * scene.share(0.3, 0.8))), unit },
    matter.law.calendar,
  )
  const asked = scene.within(course.at, course.handleDue!, scene.share(0.3, 0.8), paces.office)
  course.take('ask_extension', asked, scene.worker(), { text: random.pick(WISHED), until })
  const granted = Math.min(scene.after('file', scene.share(0.3, 2.5), paces.desk), until - HOUR / 4)
  course.take('extend', granted, scene.desk(), { text: random.pick(GRANTED), until })
  scene.reportBack(scene.within(course.at, until, scene.share(0.3, 0.95), paces.office))
}

/** Long overdue, urged, and at last done. */
function overdue(scene: Scene, handledAt: number): void {
  const { course, paces, random } = scene
  const urged = dueAt(course.handleDue!, { amount: scene.share(1, 16), unit: 'working_hours' }, paces.desk)
  if (urged < handledAt - 2 * HOUR && random.chance(0.7)) course.take('urge', urged, scene.desk(), { text: random.pick(URGED) })
  scene.reportBack(handledAt)
}

function verify(scene: Scene, { notVerifiedBefore = 0 }: Fate): void {
  const { course, paces } = scene
  const verified = Math.max(scene.after('verify', scene.share(0.2, 0.97), paces.desk), notVerifiedBefore)
  course.take('verify', verified, scene.verifier())
  course.take('close', scene.after('close', scene.share(0.1, 0.95), paces.desk), scene.desk())
}

/** Everything that is left, in the time that is left. */
function hurry(scene: Scene, before: number): void {
  const { course, matter, paces } = scene
  const start = course.at
  const end = scene.within(start, before, scene.share(0.4, 0.97), paces.desk)
  const at = (low: number, high: number) => scene.within(start, end, scene.share(low, high), paces.desk)
  if (course.stage === 'filed') scene.dispatch(matter.owner, at(0.03, 0.12), scene.desk())
  scene.accept(at(0.14, 0.25))
  scene.reportBack(at(0.4, 0.7))
  course.take('verify', at(0.72, 0.9), scene.verifier())
  course.take('close', end, scene.desk())
}
