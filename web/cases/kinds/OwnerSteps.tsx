import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OwnerStep } from '#geodata/cases/records.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import type { ServerState } from '../../api/types.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import { pick } from '../../words/pick.ts'
import { rolesOfStep } from './edition.ts'
import styles from './Kinds.module.css'
import { KNOWN_DUTIES, useOwnerWords } from './use_owner_words.ts'

const KINDS = ['object', 'segment', 'grid', 'department'] as const
type StepKind = (typeof KINDS)[number]
const MOST_STEPS = 6

interface Props {
  readonly steps: readonly OwnerStep[]
  readonly state: ServerState
  readonly isWrong: boolean
  readonly onChange: (steps: readonly OwnerStep[]) => void
}

const kindOf = (step: OwnerStep): StepKind => KINDS.find((kind) => kind in step)!

/** Whose a case is: tried from the top, and a department comes last, so that every case finds somebody. */
export function OwnerSteps({ steps, state, isWrong, onChange }: Props) {
  const { t } = useTranslation()
  const replace = (index: number, step: OwnerStep) => onChange(steps.map((each, at) => (at === index ? step : each)))
  const up = (index: number) =>
    onChange(steps.map((each, at) => (at === index - 1 ? steps[index]! : at === index ? steps[index - 1]! : each)))
  const firstScheme = state.schemes[0]?.id ?? ''
  return (
    <fieldset className={styles.owners} data-wrong={isWrong}>
      <legend>{t('cases.kinds.owner')}</legend>
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told by where they stand
          <li key={index}>
            <select
              aria-label={t('cases.kinds.owner')}
              value={kindOf(step)}
              onChange={({ target }) => replace(index, emptyStep(target.value as StepKind, firstScheme))}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`cases.kinds.stepKinds.${kind}`)}
                </option>
              ))}
            </select>
            <StepFields step={step} state={state} onChange={(next) => replace(index, next)} />
            <IconButton label={t('cases.kinds.moveUp')} size="small" disabled={index === 0} onClick={() => up(index)}>
              <IconArrowUp size={15} stroke={1.8} />
            </IconButton>
            <IconButton
              label={t('cases.kinds.removeStep')}
              size="small"
              disabled={steps.length === 1}
              onClick={() => onChange(steps.filter((_, at) => at !== index))}
            >
              <IconX size={15} stroke={1.8} />
            </IconButton>
          </li>
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <button type="button" className={side.button} onClick={() => onChange([emptyStep('object', firstScheme), ...steps])}>
          <IconPlus size={15} stroke={1.8} aria-hidden="true" />
          {t('cases.kinds.addStep')}
        </button>
      )}
      {isWrong && (
        <p className={styles.problem} role="alert">
          {t('cases.kinds.ruleWrong')}
        </p>
      )}
    </fieldset>
  )
}

function emptyStep(kind: StepKind, scheme: string): OwnerStep {
  switch (kind) {
    case 'object':
      return { object: [] }
    case 'segment':
      return { segment: [] }
    case 'grid':
      return { grid: [], scheme }
    case 'department':
      return { department: KNOWN_DUTIES[0]! }
  }
}

function StepFields({ step, state, onChange }: { step: OwnerStep; state: ServerState; onChange: (step: OwnerStep) => void }) {
  const { t, i18n } = useTranslation()
  const words = useOwnerWords()
  if ('department' in step)
    return (
      <select
        aria-label={t('cases.kinds.duty')}
        value={step.department}
        onChange={({ target }) => onChange({ department: target.value })}
      >
        {[...new Set([step.department, ...KNOWN_DUTIES])].map((duty) => (
          <option key={duty} value={duty}>
            {words.duty(duty)}
          </option>
        ))}
      </select>
    )
  const chosen = rolesOfStep(step)
  const withRoles = (roles: readonly string[]): OwnerStep =>
    'object' in step ? { object: roles } : 'segment' in step ? { segment: roles } : { ...step, grid: roles }
  return (
    <div className={styles.roles}>
      {'grid' in step && (
        <select
          aria-label={t('cases.kinds.scheme')}
          value={step.scheme}
          onChange={({ target }) => onChange({ ...step, scheme: target.value })}
        >
          {state.schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      )}
      {chosen.map((role) => (
        <button
          key={role}
          type="button"
          title={t('cases.kinds.removeStep')}
          onClick={() => onChange(withRoles(chosen.filter((one) => one !== role)))}
        >
          {words.role(role)}
          <IconX size={12} stroke={2} aria-hidden="true" />
        </button>
      ))}
      <select
        aria-label={t('cases.kinds.roles')}
        value=""
        onChange={({ target }) => target.value && onChange(withRoles([...chosen, target.value]))}
      >
        <option value="">{t('cases.kinds.addRole')}</option>
        {ROLES.filter(({ id }) => !chosen.includes(id)).map(({ id, label }) => (
          <option key={id} value={id}>
            {pick(label, i18n.language)}
          </option>
        ))}
      </select>
    </div>
  )
}
