/** The local hour from which the daily mail may go out. */
export const digestHour = 7
