import { useTranslation } from 'react-i18next'
import { DAMAGED_KINDS, type DamagedKind } from '#geodata/damage/grades.ts'
import page from '../../field/FieldPage.module.css'
import { changeDraft } from './draft.ts'
import styles from './KindField.module.css'

export function KindField({ kind: chosen, isMissing }: { kind: DamagedKind | null; isMissing: boolean }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.kinds} data-missing={isMissing}>
      <legend>{t('damage.form.kind')}</legend>
      {DAMAGED_KINDS.map((kind) => (
        <button key={kind} type="button" aria-pressed={chosen === kind} onClick={() => changeDraft({ kind })}>
          {t(`damage.kinds.${kind}`)}
        </button>
      ))}
      {isMissing && <p className={page.problem}>{t('damage.form.kindMissing')}</p>}
    </fieldset>
  )
}
