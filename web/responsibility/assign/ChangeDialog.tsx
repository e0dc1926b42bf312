import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findRole } from '#geodata/responsibility/roles.ts'
import { useSubmit } from '../../access/use_submit.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/pick.ts'
import styles from './Assign.module.css'
import { closeAssign, sayDone } from './assign.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { Conflict } from './Conflict.tsx'
import {
  assignmentQuery,
  type Change,
  currentOf,
  forgetResponsibility,
  type Listed,
  refusedRows,
  sendChange,
  sendRemoval,
} from './queries.ts'

interface Props {
  readonly id: number
  readonly how: 'change' | 'end'
}

/** Changes or ends one assignment. */
export function ChangeDialog({ id, how }: Props) {
  const { t, i18n } = useTranslation()
  const { data, error } = useQuery(assignmentQuery(id))
  const reason = useReason(error)
  // What the form was opened with stays: whoever comes in between is told of when saving.
  const [opened, setOpened] = useState<Listed | null>(null)
  if (data && !opened) setOpened(data)
  const title = opened
    ? t(`assign.${how}Title`, {
        role: pick(findRole(opened.role)?.label ?? { zh: opened.role, en: opened.role }, i18n.language),
        title: (i18n.language === 'en' && opened.title_en) || opened.title || opened.code || `#${opened.object_id}`,
      })
    : t('assign.loading')
  return (
    <Dialog title={title} size="large" onClose={closeAssign}>
      {error && (
        <p className={styles.failed} role="alert">
          {t('assign.failed', { reason })}
        </p>
      )}
      {opened && <Changing opened={opened} how={how} />}
    </Dialog>
  )
}

function Changing({ opened, how }: { opened: Listed; how: Props['how'] }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [wanted, setWanted] = useState<Change | null>(null)
  const theirs = currentOf(submit.error)
  const rows = refusedRows(submit.error)

  const done = async () => {
    await forgetResponsibility()
    sayDone(t(how === 'end' ? 'assign.endDone' : 'assign.changeDone'))
  }
  const save = (change: Change, version: number) => {
    setWanted(change)
    void submit.run(async () => {
      await sendChange(opened.id, change, version)
      await done()
    })
  }
  const remove = () =>
    void submit.run(async () => {
      await sendRemoval(opened.id, opened.version)
      await done()
    })
  const keepTheirs = async () => {
    await forgetResponsibility()
    closeAssign()
  }
  if (theirs && wanted)
    return (
      <Conflict
        before={opened}
        theirs={theirs}
        mine={wanted}
        busy={submit.busy}
        onKeep={() => void keepTheirs()}
        onWrite={() => save(wanted, theirs.version)}
      />
    )
  return (
    <ChangeForm
      opened={opened}
      how={how}
      busy={submit.busy}
      reason={rows.length > 0 ? rows.map(({ detail }) => detail).join(' ') : submit.reason}
      onSave={(change) => save(change, opened.version)}
      onRemove={remove}
    />
  )
}
