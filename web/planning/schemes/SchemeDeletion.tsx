import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubmit } from '../../access/use_submit.ts'
import side from '../../responsibility/side/Side.module.css'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { askSchemesAgain, deleteScheme, newerOf, type SchemeDetail } from '../api/schemes.ts'
import { FormFoot } from '../list/FormFoot.tsx'
import list from '../list/PlanList.module.css'
import styles from './Schemes.module.css'

/** For a scheme that was set up by mistake. What goes with it is said before, what stands in the way after. */
export function SchemeDeletion({ scheme }: { scheme: SchemeDetail }) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState<SchemeDetail | null>(null)
  return (
    <section className={styles.section} aria-label={t('schemes.delete.title')}>
      <header>
        <h3>{t('schemes.delete.title')}</h3>
        {!seen && (
          <button type="button" className={side.button} onClick={() => setSeen(scheme)}>
            {t('schemes.delete.ask')}
          </button>
        )}
      </header>
      {seen && <Question seen={seen} onNewer={setSeen} onEnd={() => setSeen(null)} />}
    </section>
  )
}

interface QuestionProps {
  /** As it was when it was asked: what has come into it since must not go unseen. */
  readonly seen: SchemeDetail
  readonly onNewer: (newer: SchemeDetail) => void
  readonly onEnd: () => void
}

function Question({ seen, onNewer, onEnd }: QuestionProps) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const grids = seen.levels.reduce((sum, level) => sum + level.grids, 0)
  const send = (event: FormEvent) => {
    event.preventDefault()
    void submit.run(async () => {
      try {
        await deleteScheme(seen)
      } catch (error) {
        const newer = newerOf(error)
        if (newer) onNewer(newer)
        throw error
      }
      useConsole.getState().openSchemes({ id: null })
      askSchemesAgain()
    })
  }
  return (
    <form className={list.form} aria-label={t('schemes.delete.title')} onSubmit={send}>
      <p className={list.hint}>
        {t('schemes.delete.goes', { levels: seen.levels.length, grids: formatCount(grids), rules: seen.own_rules.length })}
      </p>
      <FormFoot
        reason={newerOf(submit.error) ? t('schemes.delete.outdated') : submit.reason}
        submit={t('schemes.delete.sure')}
        disabled={submit.busy}
        cancel={t('schemes.cancel')}
        onCancel={onEnd}
      />
    </form>
  )
}
