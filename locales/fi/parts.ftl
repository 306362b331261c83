## Inviting somebody to some points of a meeting only

part-label = Kutsutaan
part-until = Viimeiseen kohtaan asti
part-whole = Koko kokoukseen
part-point = Vain kohtaan { $number }. { $title }
part-that-point = Vain tuohon kohtaan
part-gone-choice = Kohta, jota ei enää ole
part-gone = Valitse kohta, joka on esityslistalla, tai koko kokous. Viimeinen kohta ei voi olla ennen ensimmäistä.
part-no-minutes = Anna kohdille minuutit, jotta tiedetään, milloin kutsutun pitää tulla.
part-outside = Näiden henkilöiden kohdat eivät enää mahdu kokoukseen: { $names }. Muuta esityslistaa, kestoa tai sitä, mihin heidät kutsutaan.
part-only = vain kohtaan { $points }
part-mail = Sinut on kutsuttu vain tähän osaan.
