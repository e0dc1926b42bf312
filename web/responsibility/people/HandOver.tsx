import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../access/Fields.tsx'
import { useSubmit } from '../../access/use_submit.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { Problem } from '../../api/problem.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { PersonFinder } from '../side/finders.tsx'
import { groupName } from './DutyGroups.tsx'
import styles from './Forms.module.css'
import { HandOverPlan, HandOverResult, RefusedRows } from './HandOverPlan.tsx'
import { type HandOverOrder, type HandOverReport, handOver, rowsOf, today } from './handover.ts'
import { forgetStaff, named, type Person, type PersonCard } from './queries.ts'
import { keyOfGroup, readTo } from './successors.ts'

/** Everything that somebody is responsible for goes to others: said, tried, looked at, and only then done. */
export function HandOver({ person, onClose }: { person: PersonCard; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const [order, setOrder] = useState<HandOverOrder | null>(null)
  const [report, setReport] = useState<HandOverReport | null>(null)
  const submit = useSubmit()
  const title = t('handover.of', { name: named(person, i18n.language) })

  const attempt = (wanted: HandOverOrder) =>
    void submit.run(async () => {
      setReport(await handOver(person.id, wanted, true))
      setOrder(wanted)
    })
  const confirm = () =>
    void submit.run(async () => {
      setReport(await handOver(person.id, order!, false))
      await forgetStaff()
    })
  const refused = submit.error instanceof Problem ? rowsOf(submit.error) : []

  return (
    <Dialog title={title} size="large" onClose={onClose}>
      {report && !report.dry_run ? (
        <HandOverResult report={report} onClose={onClose} />
      ) : report && order ? (
        <div className={styles.form}>
          <HandOverPlan report={report} />
          {submit.reason && <Refusal reason={submit.reason} rows={refused} />}
          <div className={styles.actions}>
            <Button
              variant="default"
              onClick={() => {
                setReport(null)
                submit.clear()
              }}
            >
              {t('handover.back')}
            </Button>
            <Button loading={submit.busy} onClick={confirm}>
              {t('handover.confirm')}
            </Button>
          </div>
        </div>
      ) : null}
      <div hidden={report !== null}>
        <HandOverForm person={person} busy={submit.busy} field={submit.field} onAttempt={attempt} onClose={onClose}>
          {!report && submit.reason && <Refusal reason={submit.reason} rows={refused} />}
        </HandOverForm>
      </div>
    </Dialog>
  )
}

function Refusal({ reason, rows }: { reason: string; rows: Parameters<typeof RefusedRows>[0]['rows'] }) {
  return (
    <>
      <p className={styles.refused} role="alert">
        {reason}
      </p>
      {rows.length > 0 && <RefusedRows rows={rows} />}
    </>
  )
}

interface FormProps {
  readonly person: PersonCard
  readonly busy: boolean
  readonly field: string | undefined
  readonly onAttempt: (order: HandOverOrder) => void
  readonly onClose: () => void
  readonly children: React.ReactNode
}

function HandOverForm({ person, busy, onAttempt, onClose, children }: FormProps) {
  const { t, i18n } = useTranslation()
  const [on, setOn] = useState(today)
  const [mode, setMode] = useState<'one' | 'each'>('one')
  const [one, setOne] = useState<Person | null>(null)
  const [each, setEach] = useState<Readonly<Record<string, Person | null>>>({})
  const [left, setLeft] = useState(person.left_on === null)
  const [endRest, setEndRest] = useState(false)
  const [lacking, setLacking] = useState(false)

  const send = () => {
    const ids = Object.fromEntries(Object.entries(each).map(([key, chosen]) => [key, chosen?.id ?? null]))
    const to = readTo({ mode, one: one?.id ?? null, each: ids })
    setLacking(to === null)
    if (to !== null && on) onAttempt({ to, on, left, end_rest: endRest })
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className={styles.about}>{t('handover.about')}</p>
      <TextField
        label={t('handover.on')}
        hint={t('handover.onHint')}
        type="date"
        data-autofocus
        value={on}
        error={on ? undefined : t('staff.required')}
        onChange={({ target }) => setOn(target.value)}
      />
      <Segments
        label={t('handover.mode')}
        value={mode}
        options={[
          { value: 'one', label: t('handover.toOne') },
          { value: 'each', label: t('handover.toEach') },
        ]}
        onChange={setMode}
      />
      {mode === 'one' ? (
        <PersonFinder
          label={t('handover.successor')}
          chosen={one}
          except={person.id}
          error={lacking && !one ? t('handover.noSuccessor') : undefined}
          onChange={setOne}
        />
      ) : (
        person.assignments.map((group) => {
          const { layer, role } = groupName(group, i18n.language)
          const key = keyOfGroup(group)
          return (
            <PersonFinder
              key={key}
              label={t('handover.successorOf', { layer, role, n: group.count })}
              chosen={each[key] ?? null}
              except={person.id}
              onChange={(chosen) => setEach((before) => ({ ...before, [key]: chosen }))}
            />
          )
        })
      )}
      {mode === 'each' && lacking && (
        <p className={styles.refused} role="alert">
          {t('handover.noSuccessor')}
        </p>
      )}
      {mode === 'each' && (
        <Checkbox
          label={t('handover.endRest')}
          description={t('handover.endRestHint')}
          checked={endRest}
          onChange={({ target }) => setEndRest(target.checked)}
        />
      )}
      <Checkbox
        label={t('handover.left')}
        description={t('handover.leftHint')}
        checked={left}
        onChange={({ target }) => setLeft(target.checked)}
      />
      {children}
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {t('staff.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('handover.try')}
        </Button>
      </div>
    </form>
  )
}
