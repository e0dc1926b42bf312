import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../../api/types.ts'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import { useConsole } from '../../state/store.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/words.ts'
import { useOwnTerritory } from '../api/own_territory.ts'
import { makePlan } from '../api/plans.ts'
import { FormFoot } from './FormFoot.tsx'
import styles from './PlanList.module.css'

/** Name, scheme, area: that is all a plan needs to begin. */
export function PlanForm({ state, onCancel }: { state: ServerState; onCancel: () => void }) {
  const { t, i18n } = useTranslation()
  const shown = useConsole((console) => console.grids.scheme)
  const own = useOwnTerritory()
  const [name, setName] = useState('')
  const [scheme, setScheme] = useState(shown ?? state.schemes[0]?.id ?? '')
  const [territory, setTerritory] = useState<string | null>(own)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim() || !territory) return
    setBusy(true)
    try {
      const plan = await makePlan({ name: name.trim(), scheme, territory_code: territory })
      useConsole.getState().openPlan(plan.id)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-label={t('planning.list.make')}>
      <label>
        {t('planning.form.name')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the form was opened to be filled in
          autoFocus
          value={name}
          maxLength={100}
          placeholder={t('planning.form.namePlaceholder')}
          aria-invalid={isTried && !name.trim()}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {isTried && !name.trim() && <p className={styles.error}>{t('planning.form.nameMissing')}</p>}
      <label>
        {t('planning.form.scheme')}
        <select value={scheme} onChange={({ target }) => setScheme(target.value)}>
          {state.schemes.map(({ id, name: words }) => (
            <option key={id} value={id}>
              {pick(words, i18n.language)}
            </option>
          ))}
        </select>
      </label>
      <TerritoryFinder
        label={t('planning.form.territory')}
        code={territory}
        error={isTried && !territory ? t('planning.form.territoryMissing') : undefined}
        onChange={setTerritory}
      />
      <p className={styles.hint}>{t('planning.form.territoryHint')}</p>
      <FormFoot
        reason={reason}
        submit={t('planning.form.make')}
        disabled={isBusy}
        cancel={t('planning.form.cancel')}
        onCancel={onCancel}
      />
    </form>
  )
}
