import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { explained, Field } from '../../access/Fields.tsx'
import { fieldOf, MOST_TOLERANCE, setTolerance, toleranceOf, useWizard } from './wizard.ts'

/** Up to which width gaps and overlaps are settled without asking. */
export function ToleranceField({ isTried }: { isTried: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const wizard = useWizard()
  const isWrong = toleranceOf(wizard) === null
  const most = { most: MOST_TOLERANCE }
  const hint = t('gridImport.columns.toleranceHint', most)
  const error = isTried && isWrong ? t('gridImport.columns.toleranceWrong', most) : undefined
  return (
    <Field id={id} label={t('gridImport.columns.tolerance')} hint={hint} error={error}>
      <input
        {...explained(id, hint, error)}
        id={id}
        type="number"
        min={0}
        max={MOST_TOLERANCE}
        step="any"
        value={wizard.tolerance}
        aria-invalid={error !== undefined || fieldOf(wizard.refusal) === 'request.tolerance_m'}
        onChange={({ target }) => setTolerance(target.value)}
      />
    </Field>
  )
}
