## Getallen, lijsten en data

value-percent = { $number }{ "\u00A0" }%
value-currency = { $symbol }{ "\u00A0" }{ $sign }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }

list-next = { $start }, { $next }
list-last = { $start } en { $last }

date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

absence-missing = niet bekend
absence-suppressed = geheim
absence-impossible = niet van toepassing
