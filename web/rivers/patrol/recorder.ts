// Records a patrol. It runs beside the page: whatever the console shows meanwhile, positions are taken and kept.
import { create } from 'zustand'
import { readEntries } from '../../offline/outbox_store.ts'
import { type Figures, figuresOf } from './figures.ts'
import { isNews } from './thin.ts'
import type { StoredPatrol, TrackPoint } from './track.ts'
import { deletePatrol, readPatrol, writePatrol, writePoint } from './track_store.ts'
import { keepScreenOn, letScreenGo } from './wake_lock.ts'

export interface Here {
  readonly longitude: number
  readonly latitude: number
  readonly accuracy_m: number | null
  /** Milliseconds since 1970. */
  readonly at: number
}

export type Trouble = 'denied' | 'unavailable' | 'insecure' | 'other_window'

interface Recording {
  readonly patrol: StoredPatrol | null
  readonly points: readonly TrackPoint[]
  readonly figures: Figures | null
  /** Whether positions are being taken; not so after a reload, until somebody goes on. */
  readonly isOn: boolean
  readonly here: Here | null
  readonly trouble: Trouble | null
  /** False where this browser keeps nothing. */
  readonly isKept: boolean
  readonly staysLit: boolean
}

const NONE: Recording = {
  patrol: null,
  points: [],
  figures: null,
  isOn: false,
  here: null,
  trouble: null,
  isKept: true,
  staysLit: true,
}
export const usePatrol = create<Recording>()(() => NONE)

/** Measuring takes longer the longer the track is, and nobody reads figures that change each second. */
const MEASURE_MS = 2_000
const FIX_TIMEOUT_MS = 30_000

let watch: number | undefined
let measuring: number | undefined
let release: (() => void) | undefined
/** The number of the next point of the track. */
let next = 0

/** What was begun on this device and not handed in; it goes on when somebody says so. */
export async function takeUpPatrol(account: number): Promise<boolean> {
  const { patrol } = usePatrol.getState()
  if (patrol?.account === account) return true
  forgetPatrol()
  const found = await readPatrol(account)
  if (!found) return false
  // Handed in with the last breath of the page: it is safe already.
  if ((await readEntries()).some(({ id }) => id === found.patrol.client_id)) {
    await deletePatrol(found.patrol.client_id)
    return false
  }
  const { patrol: taken, points } = found
  next = found.next
  usePatrol.setState({ patrol: taken, points, figures: figuresOf(taken, points) })
  return true
}

export async function beginPatrol(patrol: StoredPatrol): Promise<void> {
  forgetPatrol()
  next = 0
  usePatrol.setState({ patrol, figures: figuresOf(patrol, []) })
  usePatrol.setState({ isKept: await writePatrol(patrol) })
  await goOn()
}

/** Takes positions from now on, also after a reload or after it had been ended. */
export async function goOn(): Promise<void> {
  const { patrol, isOn } = usePatrol.getState()
  if (!patrol || isOn) return
  if (!(await alone())) return usePatrol.setState({ trouble: 'other_window' })
  if (patrol.ended_at !== null) await change({ ended_at: null })
  usePatrol.setState({ isOn: true, trouble: null, here: null })
  // Without https a browser refuses without asking: whoever would look for the switch would look in vain.
  if (!window.isSecureContext) return refuse('insecure')
  if (!('geolocation' in navigator)) return refuse('unavailable')
  watch = navigator.geolocation.watchPosition(hear, fail, {
    enableHighAccuracy: true,
    maximumAge: 0,
    timeout: FIX_TIMEOUT_MS,
  })
  usePatrol.setState({ staysLit: await keepScreenOn() })
}

/** No more positions; what was walked can be handed in, or walked on. */
export async function endPatrol(): Promise<void> {
  const { isOn, patrol, points } = usePatrol.getState()
  stop()
  measure()
  // One that broke off ended when it was last heard of, not when somebody finds it.
  const last = points.at(-1)?.[2] ?? Date.parse(patrol?.started_at ?? new Date().toISOString())
  await change({ ended_at: new Date(isOn ? Math.max(last, Date.now()) : last).toISOString() })
}

/** It was handed in, or given up. */
export async function dropPatrol(): Promise<void> {
  const { patrol } = usePatrol.getState()
  forgetPatrol()
  if (patrol) await deletePatrol(patrol.client_id)
}

/** Lets go of what is in memory: what is on the disk stays for whose it is. */
export function forgetPatrol(): void {
  stop()
  usePatrol.setState(NONE)
}

async function change(changes: Partial<StoredPatrol>): Promise<void> {
  const { patrol } = usePatrol.getState()
  if (!patrol) return
  const changed = { ...patrol, ...changes }
  usePatrol.setState({ patrol: changed })
  usePatrol.setState({ isKept: await writePatrol(changed) })
}

function stop(): void {
  if (watch !== undefined) navigator.geolocation.clearWatch(watch)
  watch = undefined
  clearTimeout(measuring)
  measuring = undefined
  release?.()
  release = undefined
  letScreenGo()
  usePatrol.setState({ isOn: false })
}

function hear({ coords: { longitude, latitude, accuracy } }: GeolocationPosition): void {
  const { patrol, points } = usePatrol.getState()
  if (!patrol) return
  // By the clock that the patrol's beginning was taken from: some receivers have one of their own.
  const at = Date.now()
  const accuracy_m = Number.isFinite(accuracy) ? Math.round(accuracy * 10) / 10 : null
  usePatrol.setState({ here: { longitude, latitude, accuracy_m, at }, trouble: null })
  const point: TrackPoint = [rounded(longitude), rounded(latitude), at, accuracy_m]
  if (!isNews(points.at(-1), point)) return
  usePatrol.setState({ points: [...points, point] })
  void writePoint(patrol.client_id, next++, point).then((isKept) => {
    if (isKept !== usePatrol.getState().isKept) usePatrol.setState({ isKept })
  })
  measuring ??= window.setTimeout(measure, MEASURE_MS)
}

/** About a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function measure(): void {
  clearTimeout(measuring)
  measuring = undefined
  const { patrol, points } = usePatrol.getState()
  if (patrol) usePatrol.setState({ figures: figuresOf(patrol, points) })
}

/** A weak signal passes: only a refusal ends it. */
function fail({ code }: GeolocationPositionError): void {
  if (code === GeolocationPositionError.PERMISSION_DENIED) refuse('denied')
}

function refuse(trouble: Trouble): void {
  stop()
  usePatrol.setState({ trouble })
}

/** Two windows would write one track over the other: the second one is told so. True where the browser can't tell. */
function alone(): Promise<boolean> {
  if (!navigator.locks || release) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request('jiangli-patrol', { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>((done) => (release = done))
    })
  })
}
