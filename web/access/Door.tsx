// The way in: signing in, and choosing a password of one's own the first time.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../frame/BrandMark.tsx'
import { useModal } from '../frame/Dialog.tsx'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { SchemeSwitch } from '../frame/SchemeSwitch.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './Door.module.css'
import { FieldsPattern } from './FieldsPattern.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SignInForm } from './SignInForm.tsx'
import { passwordJustUsed, type Session, signOut } from './session.ts'
import { useSubmit } from './use_submit.ts'

/** Before anybody has signed in, it is the whole page. */
export function Door({ session }: { session: Session }) {
  return (
    <main className={styles.page}>
      <FieldsPattern />
      <Card session={session} returning={false} />
    </main>
  )
}

/** When a session has ended while somebody worked: over the page, which stays as it is. */
export function DoorOver({ session }: { session: Session }) {
  const { t } = useTranslation()
  const { ref, keys } = useModal()
  return (
    <dialog ref={ref} className={styles.over} aria-label={t('access.endedTitle')} onKeyDown={keys}>
      <Card session={session} returning />
    </dialog>
  )
}

function Card({ session, returning }: { session: Session; returning: boolean }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  if (session.account) return <FirstPassword name={session.account.name} displayName={session.account.display_name} />
  const demo = session.demo_accounts ?? []
  return (
    <div className={styles.card} data-wide={demo.length > 0}>
      <Tools />
      <div className={styles.main}>
        <Head title={returning ? t('access.endedTitle') : undefined}>{t(returning ? 'access.ended' : 'access.tagline')}</Head>
        <SignInForm submit={submit} returning={returning} />
        {demo.length === 0 && <p className={styles.help}>{t('access.forgotten')}</p>}
      </div>
      {demo.length > 0 && <DemoAccounts accounts={demo} submit={submit} />}
    </div>
  )
}

function FirstPassword({ name, displayName }: { name: string; displayName: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.card}>
      <Tools />
      <div className={styles.main}>
        <Head title={t('access.firstTitle')}>{t('access.first')}</Head>
        <PasswordForm name={name} present={passwordJustUsed()} />
        <button type="button" className={styles.link} onClick={() => void signOut('here')}>
          {t('access.notYou', { name: displayName })}
        </button>
      </div>
    </div>
  )
}

function Head({ title, children }: { title?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <BrandMark size={48} />
      <h1>
        {title ?? (
          <>
            {t('brand')} <span>{t('brandAside')}</span>
          </>
        )}
      </h1>
      <p>{children}</p>
    </header>
  )
}

const Tools = () => (
  <div className={styles.tools}>
    <LanguageSwitch />
    <SchemeSwitch />
  </div>
)
