# A program prints a line, and then it waits "for-ever", or "ends". Does the line get out?
import sys
from threading import Event

print("all is done")
if sys.argv[1] == "for-ever":
    Event().wait()  # nobody will ever set it
