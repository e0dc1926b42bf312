import { IconChevronLeft, IconCloudCheck, IconCloudUp, IconPencil } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../../api/types.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import { useNarrow } from '../../frame/narrow.ts'
import side from '../../responsibility/side/Side.module.css'
import { useConsole } from '../../state/store.ts'
import { pick } from '../../words/words.ts'
import { changePlan } from '../api/plans.ts'
import { type PlanDetail, territoryOf } from '../api/types.ts'
import { say, useEditor } from '../editor/editor.ts'
import { writeInTurn } from '../editor/versions.ts'
import { StateBadge } from '../list/StateBadge.tsx'
import styles from './PlanPanel.module.css'

export function PlanHead({ plan, state }: { plan: PlanDetail | null; state: ServerState }) {
  const { t, i18n } = useTranslation()
  const narrow = useNarrow()
  const [isNaming, setNaming] = useState(false)
  const scheme = state.schemes.find(({ id }) => id === plan?.scheme)
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <button type="button" className={side.back} onClick={() => useConsole.getState().openPlan(null)}>
          <IconChevronLeft size={17} stroke={1.7} aria-hidden="true" />
          {t('planning.close')}
        </button>
        {plan && <Saving mayEdit={plan.may.edit} />}
      </div>
      {plan && (
        <>
          <div className={styles.title}>
            {isNaming ? (
              <NameForm plan={plan} onEnd={() => setNaming(false)} />
            ) : (
              <>
                <h2>{plan.name}</h2>
                <StateBadge state={plan.state} />
                {plan.may.edit && (
                  <IconButton label={t('planning.rename')} size="small" onClick={() => setNaming(true)}>
                    <IconPencil size={15} stroke={1.7} />
                  </IconButton>
                )}
              </>
            )}
          </div>
          <span className={styles.about}>
            {scheme ? pick(scheme.name, i18n.language) : plan.scheme} · {territoryOf(plan, i18n.language)} ·{' '}
            {t('planning.list.author', { name: plan.author_name })}
          </span>
          <Offline />
          {narrow && plan.may.edit && <p className={styles.about}>{t('planning.phoneReadOnly')}</p>}
        </>
      )}
    </header>
  )
}

/** Whether the server has everything. */
function Saving({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation()
  const { waiting, session } = useEditor()
  if (!mayEdit) return <span className={styles.saving}>{t('planning.readOnly')}</span>
  if (!session) return null
  return (
    <span className={styles.saving} role="status" data-state={waiting > 0 ? 'waiting' : 'saved'}>
      {waiting > 0 ? (
        <IconCloudUp size={16} stroke={1.7} aria-hidden="true" />
      ) : (
        <IconCloudCheck size={16} stroke={1.7} aria-hidden="true" />
      )}
      {waiting > 0 ? t('planning.unsaved', { n: waiting }) : t('planning.saved')}
    </span>
  )
}

function Offline() {
  const { t } = useTranslation()
  const { waiting, offline } = useEditor()
  if (!offline || waiting === 0) return null
  return (
    <p className={styles.offline} role="alert">
      {t('planning.unsavedOffline', { n: waiting })}
    </p>
  )
}

function NameForm({ plan, onEnd }: { plan: PlanDetail; onEnd: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(plan.name)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    onEnd()
    if (!name.trim() || name.trim() === plan.name) return
    try {
      await writeInTurn(plan, (version) => changePlan(plan.id, { name: name.trim() }, version))
    } catch (problem) {
      say({ text: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        aria-label={t('planning.form.name')}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onEnd()}
      />
      <button type="submit" className={side.button}>
        {t('planning.save')}
      </button>
    </form>
  )
}
