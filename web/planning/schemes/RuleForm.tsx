import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BOUNDS, RULES, type Rule, ruleKey, SEVERITIES } from '#geodata/planning/index.ts'
import { useSubmit } from '../../access/use_submit.ts'
import side from '../../responsibility/side/Side.module.css'
import { askAgain, type SchemeDetail, saveRule } from '../api/schemes.ts'
import { FormFoot } from '../list/FormFoot.tsx'
import list from '../list/PlanList.module.css'
import { ownRule, type RuleRow, ruleRows } from './rule_rows.ts'
import styles from './Schemes.module.css'
import { useRuleWords } from './use_rule_words.ts'

const NOTHING: Rule = {
  rule: 'population',
  level: null,
  severity: 'warning',
  minimum: null,
  maximum: null,
  source: null,
  edition: null,
}

interface Props {
  readonly scheme: SchemeDetail
  /** Null: a rule that the scheme does not have yet. */
  readonly row: RuleRow | null
  readonly onEnd: () => void
}

export function RuleForm({ scheme, row, onEnd }: Props) {
  const { t } = useTranslation()
  const words = useRuleWords(scheme)
  const submit = useSubmit()
  const [rule, setRule] = useState(row?.rule ?? { ...NOTHING, level: scheme.levels.length })
  const set = (change: Partial<Rule>) => setRule({ ...rule, ...change })
  /** As it was seen when the form was opened, or as somebody else has left it since. */
  const [seen, setSeen] = useState(scheme)
  const [theirs, setTheirs] = useState<string | null>(null)
  const own = seen.own_rules
  const isTaken =
    !row && ruleRows(scheme.levels.length, scheme.within_community, own).some((one) => ruleKey(one.rule) === ruleKey(rule))
  const isReversed = rule.minimum !== null && rule.maximum !== null && rule.maximum < rule.minimum
  const send = (wanted: Rule, isGivenUp = false) =>
    submit.run(async () => {
      const newer = await saveRule(seen, wanted, isGivenUp)
      if (!newer) return onEnd()
      const present = ownRule(newer.own_rules, wanted)
      setTheirs(present ? words.whole(present) : t('schemes.rules.notOwn'))
      setSeen(newer)
    })
  const cancel = () => {
    if (theirs !== null) void askAgain(scheme.id)
    onEnd()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const bounds = BOUNDS[rule.rule]
    const kept = (name: 'minimum' | 'maximum') => (bounds.includes(name) ? rule[name] : null)
    if (!isTaken && !isReversed) void send({ ...rule, minimum: kept('minimum'), maximum: kept('maximum') })
  }
  return (
    <form
      className={list.form}
      aria-label={row ? t('schemes.rules.edit', { name: words.nameAndLevel(rule) }) : t('schemes.rules.add')}
      onSubmit={save}
    >
      {!row && (
        <div className={styles.pair}>
          <label>
            {t('schemes.rules.rule')}
            <select value={rule.rule} onChange={({ target }) => set({ rule: target.value as Rule['rule'] })}>
              {RULES.map((name) => (
                <option key={name} value={name}>
                  {words.name({ rule: name })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('schemes.rules.level')}
            <select
              value={rule.level ?? ''}
              onChange={({ target }) => set({ level: target.value === '' ? null : Number(target.value) })}
            >
              {[null, ...scheme.levels.map(({ level }) => level)].map((level) => (
                <option key={level} value={level ?? ''}>
                  {words.levelName(level)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <div className={styles.pair}>
        <label>
          {t('schemes.rules.severity')}
          <select value={rule.severity} onChange={({ target }) => set({ severity: target.value as Rule['severity'] })}>
            {SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {t(`schemes.rules.severities.${severity}`)}
              </option>
            ))}
          </select>
        </label>
        {BOUNDS[rule.rule].map((bound) => (
          <NumberField
            key={bound}
            label={t(`schemes.rules.${bound}`)}
            value={rule[bound]}
            onChange={(value) => set({ [bound]: value })}
          />
        ))}
      </div>
      <div className={styles.pair}>
        {(['source', 'edition'] as const).map((name) => (
          <label key={name}>
            {t(`schemes.rules.${name}`)}
            <input
              value={rule[name] ?? ''}
              maxLength={200}
              placeholder={t(`schemes.rules.${name}Placeholder`)}
              onChange={({ target }) => set({ [name]: target.value || null })}
            />
          </label>
        ))}
      </div>
      <FormFoot
        reason={
          isTaken
            ? t('schemes.rules.taken')
            : isReversed
              ? t('schemes.rules.wrongOrder')
              : submit.reason || (theirs === null ? '' : t('schemes.rules.changedMeanwhile', { theirs }))
        }
        submit={t('schemes.save')}
        disabled={submit.busy || isTaken || isReversed}
        cancel={t('schemes.cancel')}
        onCancel={cancel}
      >
        {row && ownRule(own, rule) && (
          <button type="button" className={side.button} disabled={submit.busy} onClick={() => void send(rule, true)}>
            {t(row.standard ? 'schemes.rules.restore' : 'schemes.rules.remove')}
          </button>
        )}
      </FormFoot>
    </form>
  )
}

function NumberField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        step="any"
        inputMode="decimal"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
      />
    </label>
  )
}
