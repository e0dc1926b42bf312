/** The incident that the emergency workspace is about, and what is being done to it. */
import { create } from 'zustand'
import type { Position } from '../api/types.ts'
import { useConsole } from '../state/store.ts'

export interface IncidentWork {
  /** Of the listed usable water, the one that is looked at: 0 is the nearest. */
  readonly chosen: number
  /** Metres around the place in which sites, zones and residents are told of. */
  readonly radius_m: number
  /** The places of a road closure that is being drawn. */
  readonly closing: readonly Position[] | null
}

export const RADII_M = [100, 300, 500, 1000, 3000] as const

export const useIncidentWork = create<IncidentWork>(() => ({ chosen: 0, radius_m: RADII_M[1], closing: null }))

export const chooseWater = (chosen: number) => useIncidentWork.setState({ chosen })
export const drawClosure = (closing: readonly Position[] | null) => useIncidentWork.setState({ closing })

/** Close enough to see the streets that lead there. */
const INCIDENT_ZOOM = 16

/** Drops the incident; the map goes there unless it is there already. */
export function dropIncident(incident: Position, { fly }: { fly: boolean }): void {
  const console = useConsole.getState()
  chooseWater(0)
  console.setIncident(incident)
  if (fly) console.fly({ center: incident, zoom: Math.max(INCIDENT_ZOOM, console.view?.zoom ?? 0) })
}
