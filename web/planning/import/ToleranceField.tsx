import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'
import { fieldOf, MOST_TOLERANCE, setTolerance, toleranceOf, useWizard } from './wizard.ts'

/** Up to which width gaps and overlaps are settled without asking. */
export function ToleranceField({ isTried }: { isTried: boolean }) {
  const { t } = useTranslation()
  const wizard = useWizard()
  const isWrong = toleranceOf(wizard) === null
  const most = { most: MOST_TOLERANCE }
  return (
    <Field
      label={t('gridImport.columns.tolerance')}
      hint={t('gridImport.columns.toleranceHint', most)}
      error={isTried && isWrong ? t('gridImport.columns.toleranceWrong', most) : undefined}
    >
      <input
        type="number"
        min={0}
        max={MOST_TOLERANCE}
        step="any"
        value={wizard.tolerance}
        aria-invalid={(isTried && isWrong) || fieldOf(wizard.refusal) === 'request.tolerance_m'}
        onChange={({ target }) => setTolerance(target.value)}
      />
    </Field>
  )
}
