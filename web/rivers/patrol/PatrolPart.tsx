import { EndPart } from './EndPart.tsx'
import { LivePart } from './LivePart.tsx'
import { ResumePart } from './ResumePart.tsx'
import { usePatrol } from './recorder.ts'

/** The patrol: while it is walked, broken off, or ended and not handed in yet. */
export function PatrolPart() {
  const { patrol, isOn, figures } = usePatrol()
  if (!patrol || !figures) return null
  if (patrol.ended_at !== null) return <EndPart patrol={patrol} figures={figures} />
  return isOn ? <LivePart patrol={patrol} figures={figures} /> : <ResumePart patrol={patrol} figures={figures} />
}
