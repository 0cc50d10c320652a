"""A line → whether it is a notice of who owns the text and what may be done with it.

>>> says_rights("© 2031 Meridian Press"), says_rights("The court upheld the rights of the fishermen.")
(True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache

READ = 600
RIGHTS = re.compile(
    r"©|\(c\) (?:19|20)\d\d|copyright|legal (?:notice|warning)|all rights|rights? (?:[\w,]+ ){0,12}reserved|without (?:\w+ ){0,5}(?:permission|consent|contract|agreement)|reproduc\w+|republish\w*|redistribut\w+|droits réservés|rechte vorbehalten|derechos reservados|diritti (?:sono )?riservati|direitos reservados|rechten voorbehouden|prawa zastrzeżone|hakları saklıdır|hüquqlar\w* qorunur|права защищены|права захищені|права охраняются|использовании материалов|hyperlink|الحقوق محفوظة|版权所有",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def says_rights(line: str) -> bool:
    """Say whether the beginning of a line is a rights notice, in any of a dozen languages."""
    return RIGHTS.search(line[:READ]) is not None
