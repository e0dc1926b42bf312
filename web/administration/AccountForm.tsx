import { Button, Switch } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../access/Fields.tsx'
import { checkSession, useWorker } from '../access/session.ts'
import { useSubmit } from '../access/use_submit.ts'
import { Problem } from '../api/problem.ts'
import { queryClient } from '../api/queries.ts'
import styles from './AccountDialog.module.css'
import {
  type Account,
  type AccountChange,
  type AccountWithPassword,
  accountsQuery,
  changeAccount,
  makeAccount,
} from './accounts.ts'
import { Conflict } from './Conflict.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { isWhole, type RoleDraft, RolesEditor } from './RolesEditor.tsx'

interface Props {
  readonly account: Account | null
  readonly onDone: () => void
  readonly onPassword: (account: AccountWithPassword) => void
}

interface Draft {
  readonly name: string
  readonly display_name: string
  readonly roles: readonly RoleDraft[]
  readonly disabled: boolean
}

const draftOf = (account: Account | null): Draft => ({
  name: account?.name ?? '',
  display_name: account?.display_name ?? '',
  roles: account ? account.roles.map((grant) => ({ ...grant })) : [{ role: 'viewer', territory_code: null }],
  disabled: account?.disabled ?? false,
})

const NAME = /^\S{2,60}$/

export function AccountForm({ account: opened, onDone, onPassword }: Props) {
  const { t } = useTranslation()
  const own = useWorker((worker) => worker.account?.id === opened?.id)
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  /** What the changes are made from. */
  const [account, setAccount] = useState(opened)
  const [newer, setNewer] = useState<Account | null>(null)
  const [draft, setDraft] = useState(() => draftOf(opened))
  const [tried, setTried] = useState(false)
  const edit = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const nameFault = NAME.test(draft.name.trim()) ? undefined : t('access.accountNameBad')

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { roles } = draft
    if (nameFault || roles.length === 0 || !roles.every(isWhole)) return
    const name = draft.name.trim()
    const change: AccountChange = {
      ...draft,
      name,
      display_name: draft.display_name.trim() || name,
      roles: roles.filter(isWhole),
    }
    await submit.run(async () => {
      if (!account) return onPassword(await makeAccount(change))
      try {
        await changeAccount(account, change)
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) throw error
        return setNewer(await readNewer(account))
      }
      if (own) void checkSession()
      onDone()
    })
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate aria-busy={submit.busy}>
      {newer && (
        <Conflict
          newer={newer}
          onTake={() => {
            setAccount(newer)
            setDraft(draftOf(newer))
            setNewer(null)
          }}
          onKeep={() => {
            setAccount(newer)
            setNewer(null)
          }}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('access.accountName')}
          hint={t('access.accountNameHint')}
          name="account"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          data-autofocus={account ? undefined : true}
          maxLength={60}
          value={draft.name}
          error={tried && nameFault ? nameFault : submit.field === 'name' ? submit.reason : undefined}
          onChange={({ target }) => edit({ name: target.value })}
        />
        <TextField
          label={t('access.displayName')}
          hint={t('access.displayNameHint')}
          name="display"
          autoComplete="off"
          maxLength={60}
          value={draft.display_name}
          onChange={({ target }) => edit({ display_name: target.value })}
        />
      </div>
      <RolesEditor roles={draft.roles} tried={tried} onChange={(roles) => edit({ roles })} />
      {account && (
        <Switch
          label={t('access.disabled')}
          description={t('access.disabledHint')}
          disabled={own}
          checked={draft.disabled}
          onChange={({ target }) => edit({ disabled: target.checked })}
        />
      )}
      {submit.error !== null && submit.field !== 'name' && (
        <p className={styles.failure} role="alert">
          {submit.reason}
        </p>
      )}
      <div className={styles.actions}>
        {account && !own && <ResetPassword account={account} onPassword={onPassword} />}
        <span className={styles.space} />
        <Button variant="default" onClick={onDone}>
          {t('access.cancel')}
        </Button>
        <Button type="submit" loading={submit.busy} disabled={newer !== null}>
          {t(account ? 'access.save' : 'access.make')}
        </Button>
      </div>
    </form>
  )
}

/** The account as somebody else has left it. Rejects with what the server says where it is gone. */
async function readNewer({ id }: Account): Promise<Account> {
  const accounts = await queryClient.fetchQuery({ ...accountsQuery, staleTime: 0 })
  const newer = accounts.find((one) => one.id === id)
  if (!newer) throw new Problem(404, 'account_not_found')
  return newer
}
