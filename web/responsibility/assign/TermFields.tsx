import { useTranslation } from 'react-i18next'
import { STANDINGS, type Standing } from '#geodata/responsibility/roles.ts'
import { Field, TextField } from '../../access/Fields.tsx'
import { Segments } from '../../analysis/Segments.tsx'
import { pick } from '../../words/pick.ts'
import { formatStretch } from '../chainage.ts'
import styles from './Assign.module.css'
import type { Stretch, StretchDraft } from './stretch.ts'

/** First, substitute or jointly. */
export function StandingField({ value, onChange }: { value: Standing; onChange: (standing: Standing) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={styles.standing}>
      <Field id="standing" label={t('assign.standing')}>
        <Segments
          label={t('assign.standing')}
          value={value}
          options={STANDINGS.map(({ value: one, label }) => ({ value: one, label: pick(label, i18n.language) }))}
          onChange={onChange}
        />
      </Field>
    </div>
  )
}

interface DaysProps {
  readonly from: string
  readonly to: string
  readonly onFrom: (day: string) => void
  readonly onTo: (day: string) => void
  readonly fromHint?: string
  readonly error?: string | undefined
}

export function DaysFields({ from, to, onFrom, onTo, fromHint, error }: DaysProps) {
  const { t } = useTranslation()
  const days = { type: 'date', min: '1990-01-01', max: '2100-12-31' } as const
  return (
    <div className={styles.pair}>
      <TextField
        {...days}
        label={t('assign.from')}
        hint={fromHint}
        value={from}
        onChange={({ target }) => onFrom(target.value)}
      />
      <TextField
        {...days}
        label={t('assign.to')}
        hint={t('assign.toHint')}
        error={error}
        value={to}
        onChange={({ target }) => onTo(target.value)}
      />
    </div>
  )
}

interface StretchProps {
  readonly value: StretchDraft
  readonly onChange: (draft: StretchDraft) => void
  /** The chainage of the object itself, as far as it is known. */
  readonly whole: Stretch | undefined
  readonly error?: string | undefined
}

export function StretchFields({ value, onChange, whole, error }: StretchProps) {
  const { t } = useTranslation()
  const hint = whole ? t('assign.stretchHint', { whole: formatStretch(whole.from, whole.to) }) : t('assign.stretchHintAny')
  return (
    <div className={styles.pair}>
      <TextField
        label={t('assign.stretchFrom')}
        placeholder="K0+000"
        hint={hint}
        error={error}
        value={value.from}
        onChange={({ target }) => onChange({ ...value, from: target.value })}
      />
      <TextField
        label={t('assign.stretchTo')}
        placeholder="K1+250"
        value={value.to}
        onChange={({ target }) => onChange({ ...value, to: target.value })}
      />
    </div>
  )
}
