import { useTranslation } from 'react-i18next'
import { DEGREES, type Degree } from '#geodata/damage/grades.ts'
import page from '../../field/FieldPage.module.css'
import { DegreeMark } from '../DegreeMark.tsx'
import styles from './DegreeField.module.css'
import { changeDraft } from './draft.ts'

/** The worst first: whoever has to report that has the least time. */
export function DegreeField({ degree: chosen, isMissing }: { degree: Degree | null; isMissing: boolean }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.degrees} data-missing={isMissing}>
      <legend>{t('damage.form.degree')}</legend>
      {[...DEGREES].reverse().map((degree) => (
        <button key={degree} type="button" aria-pressed={chosen === degree} onClick={() => changeDraft({ degree })}>
          <DegreeMark degree={degree} size={34} />
          <span>
            <strong>{t(`damage.degrees.${degree}`)}</strong>
            <small>{t(`damage.degreeHints.${degree}`)}</small>
          </span>
        </button>
      ))}
      {isMissing && <p className={page.problem}>{t('damage.form.degreeMissing')}</p>}
    </fieldset>
  )
}
