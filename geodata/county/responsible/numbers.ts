/** Telephone numbers at which nobody is: a demo must not send anybody to a stranger's telephone. */
import { padded } from '../duty/grid.ts'

/** 154 is the one prefix among 150 to 159 that no operator has, and validators of numbers take it for none. */
const MOBILE = '154'
/** No place has this area code: those of Henan end with 0398. */
const AREA = '0399'

/** @param county 1 to 100 @param person counted from 1 in the county, below a million */
export const mobileNumber = (county: number, person: number): string => `${MOBILE}${padded(county % 100, 2)}${padded(person, 6)}`

/** @param county 1 to 100 @param office counted from 1 in the county, below ten thousand */
export const officeNumber = (county: number, office: number): string => `${AREA}-6${padded(county % 100, 2)}${padded(office, 4)}`
