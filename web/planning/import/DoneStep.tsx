import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../access/Fields.tsx'
import { useTerritoryName } from '../../access/territories.ts'
import { useRights } from '../../access/use_rights.ts'
import { useSubmit } from '../../access/use_submit.ts'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { beginPlan, leave } from './actions.ts'
import styles from './GridImport.module.css'
import { useWizard } from './wizard.ts'

/** What there is now, and the way to what is left to do. */
export function DoneStep({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { stored, scheme: id, territory } = useWizard()
  const territoryName = useTerritoryName(territory ? [territory] : [])
  const mayPlan = useRights()('plans.write', territory ?? '')
  const found = state.schemes.find((one) => one.id === id)
  const scheme = found ? pick(found.name, i18n.language) : id!
  const [name, setName] = useState(
    t(stored?.without_grid.length ? 'gridImport.done.planNamed' : 'gridImport.done.planNamedLater', { scheme }),
  )
  const submit = useSubmit()
  if (!stored) return null
  const open = stored.without_grid.length
  const begin = (event: FormEvent) => {
    event.preventDefault()
    void submit.run(() => beginPlan(name.trim()))
  }
  return (
    <form className={styles.form} onSubmit={begin}>
      <div className={styles.body}>
        <p className={styles.sound} role="status">
          {t('gridImport.done.text', { scheme, territory: territoryName(territory!), n: formatCount(stored.grids_added) })}
        </p>
        <p className={styles.next}>
          {open > 0 ? t('gridImport.done.open', { n: formatCount(open) }) : t('gridImport.done.sound')}
        </p>
        {mayPlan && (
          <TextField
            label={t('gridImport.done.planName')}
            value={name}
            maxLength={100}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        {submit.reason && (
          <p className={styles.refusal} role="alert">
            {submit.reason}
          </p>
        )}
      </div>
      <footer className={styles.footer}>
        <button type="button" className={side.button} data-main={!mayPlan || open === 0} onClick={leave}>
          {t('gridImport.done.finish')}
        </button>
        {mayPlan && (
          <button type="submit" className={side.button} data-main={open > 0} disabled={submit.busy || !name.trim()}>
            {t(open > 0 ? 'gridImport.done.plan' : 'gridImport.done.planLater')}
          </button>
        )}
      </footer>
    </form>
  )
}
