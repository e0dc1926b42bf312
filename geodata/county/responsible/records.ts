/** People and what they are responsible for, as rows to be stored: everything and everybody is named by a code. */
import type { Standing } from '../../responsibility/roles.ts'

export interface DemoResponsibility {
  readonly organisations: readonly DemoOrganisation[]
  readonly posts: readonly DemoPost[]
  readonly people: readonly DemoPerson[]
  readonly tenures: readonly DemoTenure[]
  readonly assignments: readonly DemoAssignment[]
  readonly departments: readonly DemoDepartment[]
  readonly accounts: readonly DemoAccount[]
}

/** Whoever an organisation belongs to comes before it. */
export interface DemoOrganisation {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: 'government' | 'department' | 'town' | 'community' | 'public_institution' | 'enterprise'
  /** Six, nine or twelve digits. */
  readonly territory_code: string
  readonly parent_code: string | null
  readonly telephone: string
}

export interface DemoPost {
  readonly organisation_code: string
  readonly name: string
  readonly name_en: string
  readonly duties: string | null
}

export interface DemoPerson {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly organisation_code: string
  readonly employment: 'full_time' | 'part_time'
  /** Null where the organisation's own number is the one to ring. */
  readonly telephone: string | null
  readonly mobile: string
  /** The first day on which the person is no longer there. */
  readonly left_on: string | null
}

export interface DemoTenure {
  readonly person_code: string
  readonly organisation_code: string
  readonly post_name: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface DemoAssignment {
  readonly layer: string
  /** Of a grid only: codes are unique within a scheme. */
  readonly scheme: string | null
  readonly code: string
  readonly role: string
  readonly standing: Standing
  readonly person_code: string
  /** A stretch of a linear object, in its chainage; null is all of it. */
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly valid_from: string
  readonly valid_to: string | null
}

/** To whom cases of a duty go in a territory, where nobody nearer is responsible. */
export interface DemoDepartment {
  readonly duty: string
  readonly territory_code: string
  readonly organisation_code: string
}

/** Without a password: whoever stores them chooses it. */
export interface DemoAccount {
  readonly name: string
  readonly display_name: string
  readonly person_code: string | null
  readonly roles: readonly { readonly role: string; readonly territory_code: string }[]
}
