import { useEffect, useRef } from 'react'
import { EndPart } from './EndPart.tsx'
import { LivePart } from './LivePart.tsx'
import { ResumePart } from './ResumePart.tsx'
import { usePatrol } from './recorder.ts'

/** The patrol: while it is walked, broken off, or ended and not handed in yet. */
export function PatrolPart() {
  const { patrol, isOn, figures } = usePatrol()
  const ref = useRef<HTMLDivElement>(null)
  const step = patrol === null ? null : patrol.ended_at !== null ? 'end' : isOn ? 'live' : 'resume'
  // Each begins at its head, however far down somebody was.
  useEffect(() => {
    if (step) ref.current?.scrollIntoView({ block: 'start' })
  }, [step])
  if (!patrol || !figures || !step) return null
  const Part = { end: EndPart, live: LivePart, resume: ResumePart }[step]
  return (
    <div ref={ref}>
      <Part patrol={patrol} figures={figures} />
    </div>
  )
}
