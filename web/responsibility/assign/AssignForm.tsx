import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { LINEAR_LAYERS, rolesOf, type Standing } from '#geodata/responsibility/roles.ts'
import fields from '../../access/Fields.module.css'
import { Field, TextField } from '../../access/Fields.tsx'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/pick.ts'
import { objectQuery } from '../queries.ts'
import styles from './Assign.module.css'
import { type AssignRequest, closeAssign } from './assign.ts'
import { PersonPicker } from './PersonPicker.tsx'
import type { Order, Person } from './queries.ts'
import { readStretch, type Stretch } from './stretch.ts'
import { DaysFields, StandingField, StretchFields } from './TermFields.tsx'

interface Props {
  readonly request: AssignRequest
  readonly onSubmit: (order: Order) => void
}

export function AssignForm({ request, onSubmit }: Props) {
  const { t, i18n } = useTranslation()
  const { layer, objects } = request
  const roles = rolesOf(layer)
  const [role, setRole] = useState(request.role ?? (roles.find(({ owed }) => owed?.includes(layer)) ?? roles[0])?.id ?? '')
  const [standing, setStanding] = useState<Standing>(request.standing ?? 'A')
  const [person, setPerson] = useState<Person | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [stretch, setStretch] = useState({ from: '', to: '' })
  const [remark, setRemark] = useState('')
  const [replace, setReplace] = useState(false)
  const [sent, setSent] = useState(false)
  const hasStretch = objects.length === 1 && LINEAR_LAYERS.includes(layer)
  const whole = useWhole(layer, hasStretch ? objects[0]!.id : null)
  const read = readStretch(stretch, whole)
  const isBackwards = from !== '' && to !== '' && to <= from

  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (!person || isBackwards || 'fault' in read) return
    const part = read.stretch && { chainage_from_m: read.stretch.from, chainage_to_m: read.stretch.to }
    onSubmit({
      role,
      standing,
      person_id: person.id,
      valid_from: from || null,
      valid_to: to || null,
      remark: remark.trim() || null,
      replace,
      objects: objects.map(({ id }) => ({ layer, id, ...part })),
    })
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {objects.length > 1 && <Objects request={request} />}
      <div className={styles.pair}>
        <Field id="assign-role" label={t('assign.role')}>
          <select id="assign-role" className={fields.select} value={role} onChange={({ target }) => setRole(target.value)}>
            {roles.map(({ id, label }) => (
              <option key={id} value={id}>
                {pick(label, i18n.language)}
              </option>
            ))}
          </select>
        </Field>
        <StandingField value={standing} onChange={setStanding} />
      </div>
      <PersonPicker
        person={person}
        onChange={setPerson}
        autofocus
        error={sent && !person ? t('assign.personMissing') : undefined}
      />
      <DaysFields
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        fromHint={t('assign.fromHint')}
        error={sent && isBackwards ? t('assign.daysBackwards') : undefined}
      />
      {hasStretch && (
        <StretchFields
          value={stretch}
          onChange={setStretch}
          whole={whole}
          error={sent && 'fault' in read ? t(`assign.stretchFaults.${read.fault}`) : undefined}
        />
      )}
      <TextField label={t('assign.remark')} maxLength={500} value={remark} onChange={({ target }) => setRemark(target.value)} />
      <Checkbox
        label={t('assign.replace')}
        description={t('assign.replaceHint')}
        checked={replace}
        onChange={({ target }) => setReplace(target.checked)}
      />
      <div className={styles.actions}>
        <Button variant="default" onClick={closeAssign}>
          {t('assign.cancel')}
        </Button>
        <Button type="submit">{t('assign.rehearse')}</Button>
      </div>
    </form>
  )
}

function Objects({ request: { layer, objects } }: { request: AssignRequest }) {
  const { t, i18n } = useTranslation()
  const shown = objects.slice(0, 3).map(({ title }) => title)
  return (
    <p className={styles.objects}>
      <strong>{pick(findLayer(layer)!.name, i18n.language)}</strong> {shown.join(t('responsibility.listComma'))}
      {objects.length > shown.length && t('assign.andOthers', { n: formatCount(objects.length - shown.length) })}
    </p>
  )
}

/** The chainage of the object itself. */
function useWhole(layer: string, id: number | null): Stretch | undefined {
  const { data } = useQuery({ ...objectQuery(layer, id ?? 0, null, false), enabled: id !== null })
  if (!data || data.chainage_from_m === null || data.chainage_to_m === null) return undefined
  return { from: data.chainage_from_m, to: data.chainage_to_m }
}
