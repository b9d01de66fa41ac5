## De factsheet (PDF)

factsheet-about = Over dit gebied
factsheet-address = Pagina op de website
factsheet-box-dilemma = Dilemma
factsheet-box-example = Voorbeeld
factsheet-box-read-more = Lees verder
factsheet-box-tip = Tip
factsheet-caveats = Wat deze cijfers niet zeggen
factsheet-compared = Vergeleken
factsheet-page-1 = Pagina 1 van 2
factsheet-page-2 = Pagina 2 van 2
factsheet-places = Rond dit gebied
factsheet-qr = QR-code met het adres van de pagina
factsheet-read-on = Lees verder op
factsheet-sources = Bronnen
factsheet-table = Alle cijfers
factsheet-theme = Thema
factsheet-trends = Hoe het verandert
