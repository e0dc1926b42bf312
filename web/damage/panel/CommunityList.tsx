import { IconPhone } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DEGREES, PEOPLE_COUNTS } from '#geodata/damage/grades.ts'
import { useConsole } from '../../state/store.ts'
import { extentOf } from '../../values/extent.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatAge } from '../../values/times.ts'
import { useMinute } from '../../values/use_minute.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import { codesOf } from '../map/shapes.ts'
import { type Community, type Standing, shapesQuery } from '../queries.ts'
import { formatDuration } from '../times.ts'
import styles from './CommunityList.module.css'
import { showReports } from './view.ts'

/** Those from which there is no word come first, in words, with a sign and hatched: they may be hit so hard that nobody can report. */
export function CommunityList({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const { communities } = standing
  if (communities.length === 0) return <p className={styles.none}>{t('damage.community.none')}</p>
  return (
    <ol className={styles.list}>
      {communities.map((community) => (
        <li key={community.code} data-silent={community.silent}>
          <Row community={community} standing={standing} />
        </li>
      ))}
    </ol>
  )
}

function Row({ community, standing }: { community: Community; standing: Standing }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const { code, silent } = community
  const name = (i18n.language === 'en' && community.name_en) || community.name
  const town = (i18n.language === 'en' && community.town_name_en) || community.town_name
  const show = async () => {
    if (!silent) showReports({ territory: code })
    const shapes = await client.fetchQuery(shapesQuery(standing.id, codesOf(standing)))
    const extent = extentOf(shapes.find((shape) => shape.code === code)?.geometry ?? null)
    if (extent) useConsole.getState().fly({ extent })
  }
  return (
    <>
      <button type="button" className={styles.row} aria-label={t('damage.community.show', { name })} onClick={() => void show()}>
        <span className={styles.name}>
          {silent && <i aria-hidden="true">?</i>}
          <strong>{name}</strong>
          <small>{town}</small>
        </span>
        {silent ? <Silence standing={standing} community={community} /> : <Heard community={community} />}
      </button>
      {silent && community.telephone && (
        <a className={styles.call} href={`tel:${community.telephone}`}>
          <IconPhone size={14} stroke={1.8} aria-hidden="true" />
          {t('damage.community.call', { telephone: community.telephone })}
        </a>
      )}
    </>
  )
}

function Silence({ standing, community }: { standing: Standing; community: Community }) {
  const { t } = useTranslation()
  const now = useMinute()
  const { households, population } = community
  return (
    <span className={styles.silence}>
      <b>{t('damage.community.silent')}</b>
      <small>
        {standing.closed_at === null
          ? t('damage.community.silentSince', { duration: formatDuration(now - Date.parse(standing.began_at), t) })
          : t('damage.community.silentAll')}
        {households !== null &&
          population !== null &&
          ` · ${t('damage.community.people', { households: formatCount(households), population: formatCount(population) })}`}
      </small>
    </span>
  )
}

function Heard({ community }: { community: Community }) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const people = PEOPLE_COUNTS.filter((name) => community[name] > 0)
  return (
    <span className={styles.heard}>
      <span className={styles.degrees}>
        {[...DEGREES].reverse().map((degree) =>
          community[degree] > 0 ? (
            <span key={degree} title={t(`damage.degrees.${degree}`)}>
              <DegreeMark degree={degree} size={20} />
              {community[degree]}
            </span>
          ) : null,
        )}
        {community.reports === 0 && (
          <span>
            <DegreeMark degree="zero" size={20} />
            {t('damage.community.zeroOnly')}
          </span>
        )}
      </span>
      <small>
        {people.map((name) => `${t(`damage.people.${name}`)} ${formatCount(community[name])}`).join(' · ')}
        {people.length > 0 && ' · '}
        {t('damage.community.heard', { age: formatAge(community.last_at!, now, i18n.language) })}
      </small>
    </span>
  )
}
