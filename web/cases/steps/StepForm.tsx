import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STEPS, type StepAction } from '#geodata/cases/flow.ts'
import type { Case } from '#geodata/cases/records.ts'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import { PhotosField } from '../../field/PhotosField.tsx'
import { useReason } from '../../values/use_reason.ts'
import { beginStep } from '../desk/desk.ts'
import { nameOfStep } from '../keys.ts'
import { Conflict } from './Conflict.tsx'
import { changeStep, EMPTY_STEP, keyOf, type MissingPart, missingOf, useStepDrafts, WITH_PHOTOS } from './draft.ts'
import { MergeField } from './MergeField.tsx'
import styles from './Steps.module.css'
import { UntilField } from './UntilField.tsx'
import { useStep } from './use_step.ts'
import { WhomField } from './WhomField.tsx'

/** What a step wants to know. Ctrl+Enter sends from within a text. */
export function StepForm({ found, action }: { found: Case; action: StepAction }) {
  const { t } = useTranslation()
  const key = keyOf(found.id, action)
  const draft = useStepDrafts(({ drafts }) => drafts[key]) ?? EMPTY_STEP
  const [missing, setMissing] = useState<MissingPart | null>(null)
  const { isBusy, error, conflict, take } = useStep(found, action)
  const reason = useReason(error)
  const needs = STEPS[action].needs as readonly string[]
  const least = Math.max(Date.now(), found.handle_due_at ? Date.parse(found.handle_due_at) : 0)
  const form = useRef<HTMLFormElement>(null)
  // The first thing that has to be said; where nothing has, Enter takes the step.
  useEffect(() => {
    const first =
      form.current?.querySelector<HTMLElement>('[data-first] input, [data-first] textarea') ??
      form.current?.querySelector<HTMLElement>('[type="submit"]')
    first?.focus()
  }, [])
  const send = () => {
    const lacks = missingOf(action, draft, least)
    setMissing(lacks)
    if (!lacks) take(draft)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      beginStep(null)
    }
  }
  const change = (part: Partial<typeof draft>) => changeStep(key, () => part)
  const name = t(`cases.actions.${nameOfStep(action, found.extension_asked !== null)}`)
  const wantsText = needs.includes('text')
  return (
    <form ref={form} className={styles.form} aria-label={name} noValidate onSubmit={submit} onKeyDown={keys}>
      <h3>{name}</h3>
      {conflict && <Conflict conflict={conflict} />}
      {needs.includes('handler') && (
        <WhomField found={found} whom={draft.whom} isMissing={missing === 'whom'} onChange={(whom) => change({ whom })} />
      )}
      {needs.includes('merged_into') && (
        <MergeField found={found} into={draft.into} isMissing={missing === 'into'} onChange={(into) => change({ into })} />
      )}
      {needs.includes('until') && (
        <UntilField
          least={least}
          asked={action === 'extend' ? found.extension_asked : null}
          until={draft.until}
          isMissing={missing === 'until'}
          onChange={(until) => change({ until })}
        />
      )}
      <label
        className={styles.text}
        data-first={wantsText && !needs.includes('handler') && !needs.includes('merged_into') ? '' : undefined}
      >
        {t(`cases.form.text.${action}`)}
        <textarea
          rows={wantsText ? 3 : 2}
          maxLength={2000}
          aria-invalid={missing === 'text'}
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        {missing === 'text' && <small role="alert">{t('cases.form.textMissing')}</small>}
      </label>
      {WITH_PHOTOS.includes(action) && (
        <PhotosField
          photos={draft.photos}
          most={MOST_PHOTOS}
          onChange={(photos) => changeStep(key, (now) => ({ photos: photos(now.photos) }))}
        />
      )}
      {error !== null && (
        <p className={styles.failed} role="alert">
          {t('cases.form.failed', { reason })}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="button" onClick={() => beginStep(null)}>
          {t('cases.form.cancel')}
        </button>
        <button type="submit" data-main="true" disabled={isBusy || conflict?.isOpen === false}>
          {isBusy ? t('cases.form.busy') : conflict ? t('cases.form.again', { action: name }) : name}
        </button>
      </div>
    </form>
  )
}
