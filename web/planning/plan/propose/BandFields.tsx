import { useTranslation } from 'react-i18next'
import styles from './Propose.module.css'

interface Props {
  readonly legend: string
  /** As typed; empty where there is no limit. */
  readonly least: string
  readonly most: string
  readonly onLeast: (least: string) => void
  readonly onMost: (most: string) => void
}

/** From so many to so many. */
export function BandFields({ legend, least, most, onLeast, onMost }: Props) {
  const { t } = useTranslation()
  const field = (label: string, value: string, onChange: (value: string) => void) => (
    <input
      type="number"
      min={0}
      aria-label={`${legend} ${label}`}
      placeholder={t('planning.propose.free')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
  return (
    <fieldset className={styles.band}>
      <legend>{legend}</legend>
      {field(t('planning.propose.least'), least, onLeast)}
      <span>–</span>
      {field(t('planning.propose.most'), most, onMost)}
    </fieldset>
  )
}
