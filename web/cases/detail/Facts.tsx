import { IconMapPin, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#geodata/cases/records.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { useConsole } from '../../state/store.ts'
import { formatPosition } from '../../values/coordinates.ts'
import { formatTime } from '../../values/times.ts'
import { pick } from '../../words/pick.ts'
import { flyToCase } from '../desk/desk.ts'
import { communityName, nameOf } from '../named.ts'
import styles from './CaseView.module.css'
import { GridsOfCase } from './GridsOfCase.tsx'

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

/** Where, what about, who has it, who reported it. */
export function Facts({ found }: { found: Case }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const position = [found.longitude, found.latitude] as const
  return (
    <dl className={styles.facts}>
      <Fact label={t('cases.view.responsible')}>
        <Whose found={found} />
      </Fact>
      <Fact label={t('cases.view.place')}>
        {found.place && <p>{found.place}</p>}
        <p>{communityName(found, language)}</p>
        <button type="button" className={styles.link} onClick={() => flyToCase(found)}>
          <IconMapPin size={14} stroke={1.8} aria-hidden="true" />
          {formatPosition(position)}
        </button>
        {found.accuracy_m !== null && <small>{t('cases.view.accuracy', { metres: Math.round(found.accuracy_m) })}</small>}
      </Fact>
      <Fact label={t('cases.view.grids')}>
        <GridsOfCase grids={found.grids} />
      </Fact>
      {found.segment_id !== null && found.chainage_m !== null && (
        <Fact label={t('cases.view.river')}>
          <button type="button" className={styles.link} onClick={() => useConsole.getState().openRiver(found.segment_id)}>
            {t('cases.view.chainage', {
              chainage: formatChainage(found.chainage_m),
              bank: t(`cases.banks.${found.bank ?? 'middle'}`),
            })}
          </button>
        </Fact>
      )}
      {found.layer && found.object_id !== null && (
        <Fact label={t('cases.view.thing')}>
          <button
            type="button"
            className={styles.link}
            onClick={() => useConsole.getState().select({ layer: found.layer!, id: found.object_id! })}
          >
            {nameOfLayer(found.layer, language)} {found.object_title ?? `#${found.object_id}`}
          </button>
        </Fact>
      )}
      <Fact label={t('cases.view.reported')}>
        <p>
          {found.account_name} · {t(`cases.sources.${found.source}`)}
        </p>
        <small>{t('cases.view.foundAt', { time: formatTime(found.found_at, language) })}</small>
        <small>{t('cases.view.receivedAt', { time: formatTime(found.received_at, language) })}</small>
      </Fact>
    </dl>
  )
}

function nameOfLayer(id: string, language: string): string {
  const layer = findLayer(id)
  return layer ? pick(layer.name, language) : id
}

function Whose({ found: { handler } }: { found: Case }) {
  const { t, i18n } = useTranslation()
  const { organisation, person } = handler
  if (!organisation && !person) return <p>{t('cases.nobody')}</p>
  const numbers = [
    person?.telephone && (['telephone', person.telephone] as const),
    person?.mobile && (['mobile', person.mobile] as const),
  ]
  return (
    <>
      {organisation && <p>{nameOf(organisation, i18n.language)}</p>}
      {person && (
        <p>
          <strong>{nameOf(person, i18n.language)}</strong> {person.post}
        </p>
      )}
      {numbers.map(
        (number) =>
          number && (
            <a key={number[0]} className={styles.link} href={`tel:${number[1]}`}>
              <IconPhone size={14} stroke={1.8} aria-hidden="true" />
              {number[0] === 'telephone'
                ? t('cases.view.telephone', { telephone: number[1] })
                : t('cases.view.mobile', { mobile: number[1] })}
            </a>
          ),
      )}
    </>
  )
}
