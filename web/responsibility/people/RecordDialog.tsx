import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import fieldStyles from '../../access/Fields.module.css'
import { Field, TextField } from '../../access/Fields.tsx'
import { useSubmit } from '../../access/use_submit.ts'
import { Problem } from '../../api/problem.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { type OrganisationChoice, OrganisationFinder, PostFinder, TerritoryFinder } from '../side/finders.tsx'
import { Conflict } from './Conflict.tsx'
import styles from './Forms.module.css'
import { FORMS, type FormField, missing, type Stored, type Table, type Value, type Values, written } from './forms.ts'
import { forgetStaff, type Post } from './queries.ts'
import { addRecord, changeRecord } from './records.ts'

interface Props {
  readonly table: Table
  /** The one that is changed; without it a new one is added. */
  readonly record?: Stored & { readonly values: Values }
  readonly organisation?: OrganisationChoice | null
  readonly parent?: OrganisationChoice | null
  readonly post?: Post | null
  /** Said of a new one without being asked. */
  readonly given?: Values
  readonly onDone?: (stored: Stored) => void
  readonly onClose: () => void
}

/** Adds or changes one organisation, post, person or tenure. */
export function RecordDialog({ table, record, given = {}, onDone, onClose, ...choices }: Props) {
  const { t } = useTranslation()
  const fields = FORMS[table].filter(({ fixed, later, name }) => (record ? !fixed && name in record.values : !later))
  const [values, setValues] = useState<Values>(record?.values ?? { organisation_id: choices.organisation?.id ?? null })
  const [lacking, setLacking] = useState<readonly string[]>([])
  const [version, setVersion] = useState(record?.version ?? 0)
  const submit = useSubmit()
  const conflict = submit.error instanceof Problem && submit.error.code === 'version_conflict' ? submit.error : null

  const store = (as: number) =>
    void submit.run(async () => {
      const changes = written(fields, values, record?.values ?? null)
      const stored = record
        ? Object.keys(changes).length === 0
          ? record
          : await changeRecord(table, record.id, as, changes)
        : await addRecord(table, { ...changes, ...given })
      await forgetStaff()
      onClose()
      onDone?.(stored)
    })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const empty = missing(fields, values)
    setLacking(empty)
    if (empty.length === 0) store(version)
  }
  const isNamed = fields.some(({ name }) => name === submit.field)
  return (
    <Dialog title={t(record ? `staff.change.${table}` : `staff.add.${table}`)} onClose={onClose}>
      <form className={styles.form} onSubmit={send} noValidate>
        {fields.map((field, index) => (
          <FormInput
            key={field.name}
            field={field}
            {...choices}
            first={index === 0}
            value={values[field.name] ?? null}
            error={lacking.includes(field.name) ? t('staff.required') : submit.field === field.name ? submit.reason : undefined}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {conflict ? (
          <Conflict
            fields={fields}
            mine={values}
            current={conflict.members.current as Values}
            onMine={() => {
              const now = Number((conflict.members.current as Values).version)
              setVersion(now)
              store(now)
            }}
            onTheirs={() => {
              void forgetStaff()
              onClose()
            }}
          />
        ) : (
          submit.reason &&
          !isNamed && (
            <p className={styles.refused} role="alert">
              {submit.reason}
            </p>
          )
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('staff.cancel')}
          </Button>
          <Button type="submit" loading={submit.busy} disabled={conflict !== null}>
            {t('staff.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface InputProps {
  readonly field: FormField
  readonly value: Value
  readonly first: boolean
  readonly organisation?: OrganisationChoice | null
  readonly parent?: OrganisationChoice | null
  readonly post?: Post | null
  readonly error: string | undefined
  readonly onChange: (value: Value) => void
}

function FormInput({ field, value, error, first, onChange, ...choices }: InputProps) {
  const { t } = useTranslation()
  const label = t(`staff.fields.${field.name}` as 'staff.fields.name') + (field.required ? ' *' : '')
  const id = `record-${field.name}`
  const text = value === null ? '' : String(value)
  switch (field.kind) {
    case 'organisation':
      return (
        <OrganisationInput
          label={label}
          chosen={(field.name === 'parent_id' ? choices.parent : choices.organisation) ?? null}
          error={error}
          onChange={onChange}
        />
      )
    case 'post':
      return <PostInput label={label} chosen={choices.post ?? null} error={error} onChange={onChange} />
    case 'territory':
      return <TerritoryFinder label={label} code={text || null} error={error} onChange={onChange} />
    case 'choice':
      return (
        <Field id={id} label={label} error={error}>
          <select id={id} className={fieldStyles.select} value={text} onChange={({ target }) => onChange(target.value || null)}>
            <option value="">{t('staff.unsaid')}</option>
            {field.choices!.map((choice) => (
              <option key={choice} value={choice}>
                {t(`staff.choices.${choice}` as 'staff.choices.full_time')}
              </option>
            ))}
          </select>
        </Field>
      )
    case 'long':
      return (
        <Field id={id} label={label} error={error}>
          <textarea
            id={id}
            className={styles.long}
            rows={4}
            maxLength={2000}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        </Field>
      )
    default:
      return (
        <TextField
          label={label}
          type={field.kind === 'day' ? 'date' : 'text'}
          {...(first && { 'data-autofocus': true })}
          autoComplete="off"
          maxLength={field.kind === 'day' ? undefined : 200}
          value={text}
          error={error}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}

interface ChoiceProps<Choice> {
  readonly label: string
  readonly chosen: Choice | null
  readonly error: string | undefined
  readonly onChange: (id: number | null) => void
}

function OrganisationInput({ chosen: before, onChange, ...props }: ChoiceProps<OrganisationChoice>) {
  const [chosen, setChosen] = useState(before)
  return (
    <OrganisationFinder
      {...props}
      chosen={chosen}
      onChange={(one) => {
        setChosen(one)
        onChange(one?.id ?? null)
      }}
    />
  )
}

function PostInput({ chosen: before, onChange, ...props }: ChoiceProps<Post>) {
  const [chosen, setChosen] = useState(before)
  return (
    <PostFinder
      {...props}
      chosen={chosen}
      onChange={(one) => {
        setChosen(one)
        onChange(one?.id ?? null)
      }}
    />
  )
}
