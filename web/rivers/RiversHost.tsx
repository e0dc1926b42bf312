import './words.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SegmentRow } from '#geodata/rivers/records.ts'
import type { OwnAccount } from '../access/session.ts'
import { useWorker } from '../access/session.ts'
import { useConsole } from '../state/store.ts'
import { showPatrol } from './patrol/begin.ts'
import { followSent } from './patrol/hand_in.ts'
import { PatrolPill } from './patrol/PatrolPill.tsx'
import { forgetPatrol, takeUpPatrol } from './patrol/recorder.ts'
import { patrolsQuery, renewKept, segmentQuery, segmentsQuery } from './queries.ts'
import { useRiversView } from './view.ts'

/** More segments than one walks are not taken along. */
const MOST_KEPT = 30

/** What a river chief needs wherever he is in the console: his segments at hand without a network, and the way back to his patrol. */
export function RiversHost() {
  const account = useWorker((worker) => worker.account)
  const isPatrolInSight = useRiversView((view) => view.showsPatrol)
  const isHere = useConsole(({ workspace, sheet }) => workspace === 'rivers' && sheet === 'rivers')
  useOpening(account)
  useAtHand()
  useEffect(followSent, [])
  return isPatrolInSight && isHere ? null : <PatrolPill />
}

const isOnlyChief = ({ roles }: OwnAccount) => roles.length > 0 && roles.every(({ role }) => role === 'river_chief')

/** A chief begins with the rivers, and with the patrol that was broken off. */
function useOpening(account: OwnAccount | null): void {
  const id = account?.id
  useEffect(() => {
    const { account } = useWorker.getState()
    if (!account || id === undefined) return
    const { workspace, selection, table, openWorkspace } = useConsole.getState()
    // Not where a link has come to show something else.
    if (isOnlyChief(account) && workspace === 'overview' && !selection && !table) openWorkspace('rivers')
    void takeUpPatrol(id).then((isFound) => isFound && showPatrol())
    return forgetPatrol
  }, [id])
}

/** The map begins where his segments are, unless a link said where. */
let isShown = new URLSearchParams(location.search).has('at')

function useInSight(segments: readonly SegmentRow[] | undefined): void {
  const isHere = useConsole(({ workspace }) => workspace === 'rivers')
  useEffect(() => {
    if (isShown || !isHere || !segments?.length) return
    isShown = true
    const { river, fly } = useConsole.getState()
    const boxes = segments.filter(({ id }) => river === null || id === river).map(({ bbox }) => bbox)
    const least = (at: number) => Math.min(...boxes.map((box) => box[at]!))
    const most = (at: number) => Math.max(...boxes.map((box) => box[at]!))
    if (boxes.length > 0) fly({ extent: [least(0), least(1), most(2), most(3)] })
  }, [segments, isHere])
}

/** Whoever answers for segments has them on the device before he needs them: list, limits, line, rules, telephones. */
function useAtHand(): void {
  const client = useQueryClient()
  const isLive = useConsole(({ live }) => live === 'live')
  const isChief = useWorker(({ account }) => account?.roles.some(({ role }) => role === 'river_chief') ?? false)
  const mine = { mine: true, level: 'village', state: null, text: '', territory: null } as const
  const { data } = useQuery({ ...segmentsQuery(mine), enabled: isChief })
  useQuery({ ...patrolsQuery({ mine: true, limit: 10 }), enabled: isChief })
  useInSight(data?.body.segments)
  useEffect(() => {
    if (isLive) void renewKept(client)
  }, [isLive, client])
  useEffect(() => {
    if (data?.kept_at !== null) return
    for (const { id } of data.body.segments.slice(0, MOST_KEPT)) void client.prefetchQuery(segmentQuery(id))
  }, [data, client])
}
