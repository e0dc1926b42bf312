import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import { TextField } from '../../access/Fields.tsx'
import { today } from '../../values/times.ts'
import { objectQuery } from '../queries.ts'
import styles from './Assign.module.css'
import { closeAssign } from './assign.ts'
import { PersonPicker } from './PersonPicker.tsx'
import type { Change, Listed, Person } from './queries.ts'
import { draftOf, readStretch } from './stretch.ts'
import { DaysFields, StandingField, StretchFields } from './TermFields.tsx'

interface Props {
  readonly opened: Listed
  readonly how: 'change' | 'end'
  readonly busy: boolean
  readonly reason: string
  readonly onSave: (change: Change) => void
  /** Takes away what has not begun. */
  readonly onRemove: () => void
}

export function ChangeForm(props: Props) {
  return props.how === 'end' ? <End {...props} /> : <Edit {...props} />
}

function End({ opened, busy, reason, onSave, onRemove }: Props) {
  const { t, i18n } = useTranslation()
  const now = today()
  const isFuture = opened.valid_from > now
  const [day, setDay] = useState(opened.valid_to ?? now)
  const fault = day === '' ? t('assign.endMissing') : day <= opened.valid_from ? t('assign.daysBackwards') : undefined
  const person = (i18n.language === 'en' && opened.person.name_en) || opened.person.name
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isFuture) onRemove()
    else if (!fault) onSave({ valid_to: day })
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p>{isFuture ? t('assign.endFuture', { person }) : t('assign.endText', { person })}</p>
      {!isFuture && (
        <TextField
          type="date"
          data-autofocus
          label={t('assign.endDay')}
          error={fault}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      )}
      <Foot reason={reason} busy={busy} label={isFuture ? t('assign.remove') : t('assign.end')} />
    </form>
  )
}

function Edit({ opened, busy, reason, onSave }: Props) {
  const { t } = useTranslation()
  const [standing, setStanding] = useState(opened.standing)
  const [person, setPerson] = useState<Person | null>(null)
  const [from, setFrom] = useState(opened.valid_from)
  const [to, setTo] = useState(opened.valid_to ?? '')
  const before = draftOf(opened.chainage_from_m, opened.chainage_to_m)
  const [stretch, setStretch] = useState(before)
  const [remark, setRemark] = useState(opened.remark ?? '')
  const hasStretch = LINEAR_LAYERS.includes(opened.layer)
  const { data: object } = useQuery({ ...objectQuery(opened.layer, opened.object_id, null, false), enabled: hasStretch })
  const whole =
    object && object.chainage_from_m !== null && object.chainage_to_m !== null
      ? { from: object.chainage_from_m, to: object.chainage_to_m }
      : undefined
  const read = readStretch(stretch, whole)
  const isBackwards = to !== '' && to <= from
  const isOther = stretch.from !== before.from || stretch.to !== before.to

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isBackwards || from === '' || 'fault' in read) return
    onSave({
      ...(standing !== opened.standing && { standing }),
      ...(person && person.id !== opened.person.id && { person_id: person.id }),
      ...(from !== opened.valid_from && { valid_from: from }),
      ...((to || null) !== opened.valid_to && { valid_to: to || null }),
      ...((remark.trim() || null) !== opened.remark && { remark: remark.trim() || null }),
      ...(isOther && { chainage_from_m: read.stretch?.from ?? null, chainage_to_m: read.stretch?.to ?? null }),
    })
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p className={styles.objects}>{t('assign.changeHint')}</p>
      <StandingField value={standing} onChange={setStanding} />
      <PersonPicker person={person} present={opened.person} onChange={setPerson} />
      <DaysFields from={from} to={to} onFrom={setFrom} onTo={setTo} error={isBackwards ? t('assign.daysBackwards') : undefined} />
      {hasStretch && (
        <StretchFields
          value={stretch}
          onChange={setStretch}
          whole={whole}
          error={'fault' in read ? t(`assign.stretchFaults.${read.fault}`) : undefined}
        />
      )}
      <TextField label={t('assign.remark')} maxLength={500} value={remark} onChange={({ target }) => setRemark(target.value)} />
      <Foot reason={reason} busy={busy} label={t('assign.save')} />
    </form>
  )
}

function Foot({ reason, busy, label }: { reason: string; busy: boolean; label: string }) {
  const { t } = useTranslation()
  return (
    <>
      {reason && (
        <p className={styles.failed} role="alert">
          {t('assign.failed', { reason })}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={closeAssign}>
          {t('assign.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </div>
    </>
  )
}
