import { type ReactNode, useId } from 'react'
import styles from './Detail.module.css'

export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {aside}
      </h3>
      {children}
    </section>
  )
}
