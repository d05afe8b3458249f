import sys

print(sorted(name for name in sys.modules if "tutor" in name or name == "sitecustomize" or name == "multiprocessing"))
print(sys.path)
